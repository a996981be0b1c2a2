import { expect, test } from "vitest";
import { isolatedText, visibleText } from "./visible-text";

test("control characters are shown one for one; what a text needs stays", () => {
  expect(visibleText("a\u001b[2J\u0000\u007f\u009bb")).toBe("a␛[2J␀␡\uFFFDb");
  expect(visibleText("Zażółć\n\tשלום 👍")).toBe("Zażółć\n\tשלום 👍");
});

test("in a sentence a text from right to left is isolated, and controls are left out", () => {
  expect(isolatedText("Web \u202eshop\u001b")).toBe("Web shop");
  expect(isolatedText("שלום\u202e")).toBe("\u2068שלום\u2069");
});
