import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { decrypt, encrypt, encryptedWord } from "./_encryption";

const passphrase = "correct horse battery";
const piece = 65_536;
const sealed = piece + 16;

async function seal(plain: Buffer): Promise<Buffer> {
  const bytes = await buffer(encrypt(Readable.from([plain]), passphrase));
  expect(bytes.subarray(0, encryptedWord.length)).toEqual(encryptedWord);
  return bytes.subarray(encryptedWord.length);
}

const open = (bytes: Buffer, words = passphrase) => buffer(decrypt(Readable.from([bytes]), words));

test.each([0, piece, 3 * piece + 1])(
  "%s bytes come back as they were, and no two files look alike",
  async (length) => {
    const plain = randomBytes(length);
    const [one, other] = [await seal(plain), await seal(plain)];
    expect(one.equals(other)).toBe(false);
    expect((await open(one)).equals(plain)).toBe(true);
  },
);

test("another passphrase opens nothing; another form of the same letters does", async () => {
  const bytes = await buffer(encrypt(Readable.from([Buffer.from("keys")]), "Zażółć gęślą jaźń"));
  const rest = bytes.subarray(encryptedWord.length);
  await expect(open(rest, "Zażółć gęślą jaźn")).rejects.toThrow(/authenticate/);
  expect((await open(rest, "Zażółć gęślą jaźń".normalize("NFD"))).toString()).toBe("keys");
});

test.each([
  ["changed", (bytes: Buffer) => bytes.fill((bytes[30] ?? 0) ^ 1, 30, 31)],
  ["cut off at a piece", (bytes: Buffer) => bytes.subarray(0, 16 + 2 * sealed)],
  ["cut off within a piece", (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
  [
    "with two pieces swapped",
    (bytes: Buffer) =>
      Buffer.concat([
        bytes.subarray(0, 16),
        bytes.subarray(16 + sealed, 16 + 2 * sealed),
        bytes.subarray(16, 16 + sealed),
        bytes.subarray(16 + 2 * sealed),
      ]),
  ],
  ["with a piece too many", (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(16)])],
])("a file %s is not opened", async (_what, damage) => {
  const bytes = await seal(randomBytes(3 * piece + 100));
  await expect(open(damage(bytes))).rejects.toThrow();
});
