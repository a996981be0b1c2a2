import { expect, test } from "vitest";
import { quoteMessage } from "./quote-message";

test.each([
  ["one segment", "a".repeat(160), { encoding: "GSM-7", segments: 1, credits: 1 }],
  ["two segments", "a".repeat(161), { encoding: "GSM-7", segments: 2, credits: 2 }],
  ["ten segments", "ą".repeat(670), { encoding: "UCS-2", segments: 10, credits: 10 }],
])("%s cost one credit each", (_what, body, quote) => {
  expect(quoteMessage(body)).toEqual(quote);
});

test("accents written apart from their letters cost nothing extra", () => {
  expect(quoteMessage("e\u0301".repeat(160))).toEqual(quoteMessage("é".repeat(160)));
});
