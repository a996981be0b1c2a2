import { describe, expect, test } from "vitest";
import { checkRecipient } from "./check-recipient";

describe("a number that a text message can reach is accepted", () => {
  test.each([
    ["a Polish mobile", "48732129000"],
    ["a British mobile", "447911123456"],
    ["a German mobile", "4915112345678"],
    ["a Canadian number, fixed line or mobile alike", "14165550123"],
    ["an American number, fixed line or mobile alike", "12125550123"],
    ["a possible number in a range nobody lists", "48999999999"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)).toBeUndefined();
  });

  test("every number that steers the simulator", () => {
    const numbers = Array.from({ length: 999 }, (_, index) => String(48_500_000_001 + index));
    expect(numbers.filter((digits) => checkRecipient(digits) !== undefined)).toEqual([]);
  });
});

describe("a number that cannot be is refused", () => {
  test.each([
    ["too short", "485000"],
    ["too long for Poland", "48732129000123"],
    ["a country code nobody has", "999123456789"],
    ["no country code", "0732129000"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)).toBe(
      `${digits} is not a possible phone number: check the country code and the number of digits.`,
    );
  });
});

describe("a Polish number without its country code is refused, and the whole one named", () => {
  test.each([
    ["a number of no country", "501600701"],
    ["in an unused range of Cuba", "530600701"],
    ["a fixed line in Cuba", "532412345"],
    ["in an unused range of Bangladesh", "880600701"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)).toBe(
      `${digits} has no country code: as a Polish number it is 48${digits}.`,
    );
    expect(checkRecipient(`48${digits}`)).toBeUndefined();
  });

  test("unless it is a number that exists abroad", () => {
    expect(checkRecipient("508551234")).toBeUndefined();
  });
});

test.each([
  ["Warsaw", "48221234567"],
  ["London", "442079460000"],
  ["Dublin", "35312345678"],
])("a fixed line in %s is refused", (_where, digits) => {
  expect(checkRecipient(digits)).toBe(`${digits} is a fixed line, which cannot receive SMS.`);
});
