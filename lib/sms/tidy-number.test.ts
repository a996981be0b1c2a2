import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tidyNumber } from "./tidy-number";

describe("the digits of a number are read whatever surrounds them", () => {
  test.each([
    ["isolates", "\u2066+48732129000\u2069"],
    ["soft hyphens", "+48\u00AD732\u00AD129\u00AD000"],
    ["an Arabic letter mark", "\u061C+48732129000"],
    ["a variation selector", "+4\uFE0D8732129000"],
    ["zero-width characters", "+48\u200B732\u200C129\u200D000\u200E\u200F"],
    ["a byte order mark", "\uFEFF+48732129000"],
    ["spaces of every width", "+48\u00A0732\u202F129\u2009000\u3000"],
    ["dashes of every length", "+48\u2010732\u2013129\u2212000"],
    ["quotes", "“+48732129000”"],
    ["full-width digits", "＋４８（７３２）１２９－０００"],
    ["Arabic-Indic digits", "+٤٨٧٣٢١٢٩٠٠٠"],
    ["Devanagari digits", "+४८७३२१२९०००"],
    ["a link", "tel:+48-732-129-000"],
  ])("%s", (_what, typed) => {
    expect(tidyNumber(typed)).toEqual({ digits: "48732129000", isInternational: true });
  });

  test("any invisible character, anywhere", () => {
    const invisible = fc.constantFrom(
      ..."\u00AD\u034F\u061C\u180E\u200B\u200E\u2060\u2066\u2069\uFE00\uFE0F\uFEFF",
    );
    fc.assert(
      fc.property(invisible, fc.nat(12), (character, at) => {
        const typed = `+48732129000`.slice(0, at) + character + `+48732129000`.slice(at);
        expect(tidyNumber(typed)).toEqual({ digits: "48732129000", isInternational: true });
      }),
    );
  });
});

test.each(["4.8732129E+10", "4.87E10", "48732129000.5", "48732129000,25"])(
  "%s lost or gained digits in a spreadsheet",
  (typed) => {
    expect(tidyNumber(typed)).toEqual({ problem: "spreadsheet" });
  },
);

test.each(["", "Ada", "4873²129000", "48732129000x5", "#48732129000", "48+732129000"])(
  "%j is no number",
  (typed) => {
    expect(tidyNumber(typed)).toEqual({ problem: "not_a_number" });
  },
);
