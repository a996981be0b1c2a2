import { getCountries, getExampleNumber, type PhoneNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it, test } from "vitest";
import { readNumber } from "./read-number";
import type { Country } from "./reading";

const toOf = (written: string, country: Country | null = null) => {
  const reading = readNumber(written, country);
  return "to" in reading ? reading.to : reading.problem;
};

describe("what is written with a country code is that number, whatever it looks like", () => {
  test.each([
    ["+44 (0)7700 900123", "447700900123"],
    ["4407700900123", "447700900123"],
    ["+48 0732 129 000", "48732129000"],
    ["0033 (0)6 12 34 56 78", "33612345678"],
    ["+39 347 123 4567", "393471234567"],
    ["+225 01 23 45 67 89", "2250123456789"],
    ["+54 11 15 6677 3399", "5491166773399"],
    ["48732129000.0", "48732129000"],
    ["4.8732129123E+10", "48732129123"],
    ["\u2066+48732129000\u2069", "48732129000"],
    ["٠٠٤٨٧٣٢١٢٩٠٠٠", "48732129000"],
  ])("%s is %s", (written, to) => {
    for (const country of [null, "PL", "US"] as const) expect(toOf(written, country)).toBe(to);
  });
});

describe("what is no number says why", () => {
  test.each([
    ["4.8732129E+10", "spreadsheet"],
    ["48732129000.5", "spreadsheet"],
    ["Ada", "not_a_number"],
    ["12", "not_a_number"],
    ["", "not_a_number"],
    ["1".repeat(200), "not_a_number"],
    ["+48 22 123 45 67", "landline"],
    ["+54 11 6677 3399", "no_mobile_digit"],
    ["+48 732 129 00", "wrong_length"],
    ["+999 123 456", "no_such_country"],
  ])("%s: %s", (written, problem) => {
    expect(toOf(written)).toBe(problem);
  });
});

describe("without a country code", () => {
  test.each([
    ["732 129 000", "PL", "48732129000"],
    ["07911 123456", "GB", "447911123456"],
    ["(212) 555-0123", "US", "12125550123"],
    ["06 12 34 56 78", "FR", "33612345678"],
    ["8 916 123-45-67", "RU", "79161234567"],
    ["347 123 4567", "IT", "393471234567"],
  ] as const)("%s is completed by the account's country %s", (written, country, to) => {
    expect(toOf(written, country)).toBe(to);
  });

  test.each([
    ["without a country of the account, even where it can be guessed", "732129000", null],
    ["with a trunk zero and no country", "07911 123456", null],
    ["in a range that the country does not list", "07700 900123", "GB"],
  ] as const)("it is not sent anywhere: %s", (_what, written, country) => {
    expect(toOf(written, country)).toBe("no_country_code");
  });

  test.each([
    ["508551234", null],
    ["508551234", "PL"],
    // What a spreadsheet leaves of 01512 3456789.
    ["15123456789", "DE"],
  ] as const)("it is not sent abroad: %s in %s", (written, country) => {
    expect(toOf(written, country)).toBe("ambiguous");
    expect(toOf(`+${written}`, country)).toBe(written);
  });

  test.each([
    { what: "a landline at home", written: "22 123 45 67", country: "PL", to: "landline" },
    { what: "a complete number", written: "48732129000", country: "PL", to: "48732129000" },
    {
      what: "a complete number that could be a longer one at home",
      written: "4915123456789",
      country: "DE",
      to: "4915123456789",
    },
    { what: "a complete foreign one", written: "447911123456", country: "PL", to: "447911123456" },
  ] as const)("$what stays what it is", ({ written, country, to }) => {
    expect(toOf(written, country)).toBe(to);
  });
});

describe("in every country", () => {
  const all = getCountries().flatMap((country): [Country, PhoneNumber][] => {
    const example = getExampleNumber(country, examples);
    return example ? [[country, example]] : [];
  });
  const wrong = (check: (country: Country, number: PhoneNumber) => boolean) =>
    all.filter(([country, number]) => !check(country, number)).map(([country]) => country);

  it("a mobile number is itself in E.164 and as it is written abroad", () => {
    expect(all.length).toBeGreaterThan(240);
    for (const country of [null, "PL"] as const) {
      expect(wrong((_, { number }) => toOf(number, country) === number.slice(1))).toEqual([]);
      const abroad = (number: PhoneNumber) => number.formatInternational();
      expect(
        wrong((_, number) => toOf(abroad(number), country) === number.number.slice(1)),
      ).toEqual([]);
    }
    // Saint Pierre's example is a Polish mobile number, too, so it needs its plus.
    expect(wrong((_, { number }) => toOf(number.slice(1)) === number.slice(1))).toEqual(["PM"]);
    expect(wrong((home, { number }) => toOf(number.slice(1), home) === number.slice(1))).toEqual(
      [],
    );
  });

  it("a mobile number as it is written at home is itself, or refused as ambiguous", () => {
    const ambiguous = wrong(
      (home, number) => toOf(number.formatNational(), home) === number.number.slice(1),
    );
    for (const home of ambiguous) {
      const national = getExampleNumber(home, examples)?.formatNational() ?? "";
      expect(toOf(national, home), `${home} ${national}`).toBe("ambiguous");
    }
    expect(ambiguous.length).toBeLessThan(all.length / 5);
  });

  it("a trunk prefix after the country code reaches the same number, or nobody", () => {
    const others = all.flatMap(([country, number]) => {
      const code = number.countryCallingCode;
      const to = toOf(`+${code}0${number.nationalNumber}`);
      const isOther = /^\d+$/.test(to) && to !== number.number.slice(1);
      return isOther ? [`${country} ${to}`] : [];
    });
    // Ascension has numbers of six digits that begin with a zero.
    expect(others).toEqual(["AC 247040123"]);
  });

  it("a digit more or less never makes a length that no mobile number there has", () => {
    const lengths = new Map<string, Set<number>>();
    for (const [, { countryCallingCode, nationalNumber }] of all) {
      const known = lengths.get(countryCallingCode) ?? new Set();
      lengths.set(countryCallingCode, known.add(nationalNumber.length));
    }
    // Countries whose examples show every length there is.
    const fixed = ["48", "33", "34", "44", "1", "7", "420", "380", "370", "351", "90", "91", "86"];
    const taken = all.flatMap(([country, { number, countryCallingCode, nationalNumber }]) => {
      if (!fixed.includes(countryCallingCode)) return [];
      const changed = [number.slice(0, -1), `${number}1`, `${number}12`, number.slice(0, -2)];
      return changed.filter((each) => {
        const to = toOf(each);
        const national = to.length - countryCallingCode.length;
        return /^\d+$/.test(to) && national !== nationalNumber.length && `${country} ${to}`;
      });
    });
    expect(taken).toEqual([]);
  });
});
