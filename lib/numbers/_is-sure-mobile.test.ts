import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { isSureMobile } from "./_is-sure-mobile";
import table from "./_mobile-prefixes.json";

/** Whether the library reads the digits as they stand, and as a number that can get a message. */
function isReachable(digits: string): boolean {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.number === `+${digits}` && number.isValid() && number.getType() !== "FIXED_LINE";
}

const randomDigits = (count: number) =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join("");

const lines = Object.entries(table as Record<string, Record<string, string>>).flatMap(
  ([code, byLength]) =>
    Object.entries(byLength).flatMap(([length, list]) =>
      list.split(" ").map((prefix) => ({ code, prefix, rest: Number(length) - prefix.length })),
    ),
);

test("what the table says is a mobile number is one for the library: 100,000 numbers of all its lines", () => {
  const numbers = Array.from({ length: 100_000 }, (_, place) => {
    const { code, prefix, rest } = lines[place % lines.length] ?? { code: "", prefix: "", rest: 0 };
    return code + prefix + randomDigits(rest);
  });
  expect(numbers.filter((digits) => !isSureMobile(digits) || !isReachable(digits))).toEqual([]);
});

test("so is what it says of any digits: 100,000 with a country code that exists or does not", () => {
  const codes = [...Object.keys(table), "1", "7", "44", "39", "599", "999", "0"];
  const sure = Array.from({ length: 100_000 }, (_, place) => {
    const code = codes[place % codes.length] ?? "";
    return code + randomDigits(4 + Math.floor(Math.random() * 9));
  }).filter(isSureMobile);
  expect(sure.length).toBeGreaterThan(1000);
  expect(sure.filter((digits) => !isReachable(digits))).toEqual([]);
});

test("it knows the library's example of a mobile number in most countries, and no code that countries share", () => {
  const numbers = getCountries().flatMap((country) => {
    const example = getExampleNumber(country, examples);
    return example ? [example] : [];
  });
  const known = numbers.filter(({ number }) => isSureMobile(number.slice(1)));
  expect(known.length).toBeGreaterThan(170);
  const codes = new Set(known.map(({ countryCallingCode }) => String(countryCallingCode)));
  expect(["1", "7", "44", "39", "358"].filter((code) => codes.has(code))).toEqual([]);
});

test.each([
  ["a mobile number with its trunk prefix", "480732129000"],
  ["a fixed line", "48221234567"],
  ["nothing", ""],
  ["a country code alone", "48"],
  ["a digit too many", "487321290001"],
])("%s is none", (_what, digits) => {
  expect(isSureMobile(digits)).toBe(false);
});
