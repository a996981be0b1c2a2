import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOfText } from "./_name-of-text";
import { CreateCampaignInput } from "./inputs-contract";

test.each([
  ["The shop opens at ten.", "The shop opens at ten."],
  ["\n  First line \nSecond line", "First line"],
  ["Two  blanks\tand a tab", "Two blanks and a tab"],
  [`${"word ".repeat(20)}`, `${"word ".repeat(11).trim()}…`],
  ["a".repeat(61), `${"a".repeat(59)}…`],
  ["😀".repeat(60), "😀".repeat(60)],
  ["The sale is on: {{link:https://shop.example.com/sale}}", "The sale is on:"],
  ["{{link:https://a.example}}", "{{link:https://a.example}}"],
])("%j is called %j", (body, name) => {
  expect(nameOfText(body)).toBe(name);
});

test("every text that can be sent gives a name that a campaign can have", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter((body) => CreateCampaignInput.safeParse({ name: "x", body }).success);
  fc.assert(
    fc.property(text, (body) => {
      const name = nameOfText(body);
      if (name.trim() === "") return;
      expect(CreateCampaignInput.safeParse({ name }).success).toBe(true);
    }),
  );
});
