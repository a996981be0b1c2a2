import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";

/**
 * An encrypted backup: this word, a salt, and pieces of 64 KiB, each sealed with AES-256-GCM under a key that scrypt makes of
 * the passphrase and the salt. The nonce of a piece is its number and whether it is the last, so no piece can be moved,
 * repeated, or left out. A file has a key of its own, so no nonce comes twice.
 */
export const encryptedWord = Buffer.from("depesza backup, AES-256-GCM, 1\n");

const saltBytes = 16;
const tagBytes = 16;
const pieceBytes = 65_536;
/** 64 MB and a few tenths of a second for each guess at a passphrase. */
const cost = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

type Bytes = AsyncIterable<Uint8Array>;

/** The bytes, encrypted with a passphrase. */
export async function* encrypt(source: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const key = await keyOf(passphrase, salt);
  yield Buffer.concat([encryptedWord, salt]);
  for await (const { piece, number, isLast } of inPieces(source, pieceBytes)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The bytes again, each piece once it is proven. `source` begins after the word. Throws for another passphrase, too. */
export async function* decrypt(source: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < saltBytes) {
    const { value, done } = await chunks.next();
    if (done) throw new Error("it ends early");
    head = Buffer.concat([head, value]);
  }
  const key = await keyOf(passphrase, head.subarray(0, saltBytes));
  const rest = followedBy(head.subarray(saltBytes), chunks);
  for await (const { piece, number, isLast } of inPieces(rest, pieceBytes + tagBytes)) {
    if (piece.length < tagBytes) throw new Error("it ends early");
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast));
    decipher.setAuthTag(piece.subarray(-tagBytes));
    yield Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()]);
  }
}

async function* followedBy(first: Uint8Array, chunks: AsyncIterator<Uint8Array>) {
  yield first;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

interface Piece {
  piece: Buffer;
  number: number;
  isLast: boolean;
}

/** The bytes in pieces of one size. The last may be shorter, or empty where there are none. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<Piece> {
  let held = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk]);
    let from = 0;
    // What could be the last piece waits for what comes after it.
    for (; held.length - from > size; from += size) {
      yield { piece: held.subarray(from, from + size), number, isLast: false };
      number += 1;
    }
    held = held.subarray(from);
  }
  yield { piece: held, number, isLast: true };
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

const derive = promisify(
  (passphrase: string, salt: Uint8Array, done: (error: Error | null, key: Buffer) => void) =>
    scrypt(passphrase.normalize("NFC"), salt, 32, cost, done),
);

function keyOf(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return derive(passphrase, salt);
}
