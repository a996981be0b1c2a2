import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { countryOf } from "./country-of";

test.each(getCountries())(
  "a mobile number of %s is of the country that its plan says",
  (country) => {
    const number = getExampleNumber(country, examples)?.number ?? "";
    expect(countryOf(number.slice(1))).toBe(parsePhoneNumberFromString(number)?.country ?? null);
  },
);

test.each([
  ["447700900123", "GB"],
  ["77011234567", "KZ"],
  ["870773111632", null],
  ["12", null],
])("%s, whose country code is not of one country alone, is of %s", (digits, country) => {
  expect(countryOf(digits)).toBe(country);
});
