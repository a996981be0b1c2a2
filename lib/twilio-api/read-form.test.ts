import { expect, test } from "vitest";
import { readForm } from "./read-form";

const type = "application/x-www-form-urlencoded";
const read = (bytes: Uint8Array) => Object.fromEntries(readForm(bytes, type));
const bytesOf = (text: string, encoding?: BufferEncoding) => Buffer.from(text, encoding);

test.each([
  ["Body=Za%C5%BC%C3%B3%C5%82%C4%87+%26", "Zażółć &"],
  ["Body=Zażółć", "Zażółć"],
  ["Body=%F0%9F%98%80", "😀"],
  ["Body=100%+sure%2", "100% sure%2"],
])("a form in UTF-8 is read: %s", (form, Body) => {
  expect(read(bytesOf(form))).toEqual({ Body });
});

test.each([
  ["bytes of ISO 8859-1", bytesOf("Body=Caf\u00e9", "latin1")],
  ["percent signs with bytes of ISO 8859-2", bytesOf("Body=za%BF%F3%B3%E6")],
  ["half a character", bytesOf("Body=%C5")],
  ["half a surrogate pair", bytesOf("Body=%ED%A0%80")],
])("%s are refused, not sent garbled", (_what, bytes) => {
  expect(() => read(bytes)).toThrow(expect.objectContaining({ code: "invalid_request" }));
});
