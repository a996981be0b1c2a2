import { describe, expect, test } from "vitest";
import { checkRecipient } from "./check-recipient";

describe("a number that a text message can reach is accepted", () => {
  test.each([
    ["a Polish mobile", "48732129000"],
    ["a British mobile", "447911123456"],
    ["a German mobile", "4915112345678"],
    ["a Canadian number, fixed line or mobile alike", "14165550123"],
    ["an American number, fixed line or mobile alike", "12125550123"],
    ["an Argentine mobile with its 9", "5491166773399"],
    ["an Italian mobile", "393471234567"],
    ["an Ivorian mobile, with the zero that belongs there", "2250123456789"],
    ["a Gabonese mobile, with the zero that belongs there", "24106031234"],
    ["a satellite phone", "870773111632"],
    ["a possible number in a range nobody lists", "48999999999"],
    ["a possible number in a British range nobody lists", "447700900123"],
    ["an Ivorian range nobody lists", "2250923456789"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)).toBeUndefined();
  });

  test("every number that steers the simulator", () => {
    const numbers = Array.from({ length: 999 }, (_, index) => String(48_500_000_001 + index));
    expect(numbers.filter((digits) => checkRecipient(digits) !== undefined)).toEqual([]);
  });
});

describe("a number of a country that is not there is rejected", () => {
  test.each([
    ["a country code nobody has", "999123456789"],
    ["no country code", "0732129000"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)?.in("en")).toBe(
      `${digits} is not a valid phone number. Check the country code and the length.`,
    );
  });
});

test.each([
  ["4407700900123", "447700900123"],
  ["44007700900123", "447700900123"],
  ["480732129000", "48732129000"],
  ["330612345678", "33612345678"],
  ["49015112345678", "4915112345678"],
  ["3606201234567", "36201234567"],
  ["370861234567", "37061234567"],
  ["789161234567", "79161234567"],
  ["112125550123", "12125550123"],
])("%s, with a trunk prefix, is rejected and %s is named", (digits, whole) => {
  expect(checkRecipient(digits)?.in("en")).toBe(
    `${digits} has a trunk prefix after the country code. Use ${whole}.`,
  );
  expect(checkRecipient(whole)).toBeUndefined();
});

test.each([
  ["a digit short", "4873212900", "8 digits after the country code 48", "9"],
  ["far too short", "485000", "4 digits after the country code 48", "9"],
  ["a digit long", "487321290001", "10 digits after the country code 48", "9"],
  ["a German one, too long", "491511234567890", "13 digits after the country code 49", "10, 11"],
  ["a Finnish one, too long", "35841234567890", "11 digits after the country code 358", "6–10"],
])(
  "a length that mobile numbers do not have is rejected: %s",
  (_what, ...[digits, has, lengths]) => {
    expect(checkRecipient(digits)?.in("en")).toBe(
      `${digits} has ${has}. Mobile numbers there have ${lengths}.`,
    );
  },
);

test.each([
  ["541166773399", "5491166773399"],
  ["551196123456", "5511996123456"],
])("%s lacks the 9 of a mobile number, and %s is named", (digits, whole) => {
  expect(checkRecipient(digits)?.in("en")).toBe(
    `${digits} is missing the 9 of a mobile number. If it is not a landline, use ${whole}.`,
  );
  expect(checkRecipient(whole)).toBeUndefined();
});

describe("a Polish number without its country code is rejected, and the whole one named", () => {
  test.each([
    ["a number of no country", "501600701"],
    ["in an unused range of Cuba", "530600701"],
    ["a fixed line in Cuba", "532412345"],
    ["in an unused range of Bangladesh", "880600701"],
    ["of no country at all", "690600701"],
  ])("%s: %s", (_what, digits) => {
    expect(checkRecipient(digits)?.in("en")).toBe(
      `${digits} has no country code. With the country code 48 it is 48${digits}.`,
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
  ["São Paulo", "551131234567"],
  ["Rome", "390612345678"],
])("a fixed line in %s is rejected", (_where, digits) => {
  expect(checkRecipient(digits)?.in("en")).toBe(`${digits} is a landline and can't receive SMS.`);
});
