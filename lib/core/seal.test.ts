import { expect, test } from "vitest";
import { seal, unseal } from "./seal";

test("what is sealed opens again, looks different each time, and shows nothing", () => {
  const text = "Zażółć https://sms.example.com/reset?ticket=1";
  const sealed = seal(text, "letters");
  expect(unseal(sealed, "letters")).toBe(text);
  expect(seal(text, "letters")).not.toBe(sealed);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ticket");
});

test("what is sealed for one purpose, or was changed, does not open", () => {
  const sealed = seal("secret", "letters");
  expect(unseal(sealed, "codes")).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(unseal(bytes.toString("base64url"), "letters")).toBeUndefined();
});
