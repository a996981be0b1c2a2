import "server-only";
import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Sentence } from "../core/sentence";
import { tidyNumber } from "../sms/tidy-number";
import { checkRecipient } from "./check-recipient";
import { type NumberProblem, type NumberType, numberTypes } from "./contract";
import { countryOf } from "./country-of";
import { findRangeHolder } from "./find-range-holder";
import { readNumber } from "./read-number";
import type { Country } from "./reading";

/** What numbering plans and number ranges tell of a number; its own facts are null when it is none. */
export interface NumberFacts {
  /** E.164 digits without the plus. */
  number: string | null;
  /** A numbering plan lists it. */
  isValid: boolean;
  /** A message to `number` is not rejected for its number. */
  isSendable: boolean;
  type: NumberType | null;
  country: Country | null;
  countryCode: string | null;
  international: string | null;
  national: string | null;
  rangeHolder: string | null;
  /** Why nothing can be sent to it, and the whole number it would be where that can be told. */
  problem: { code: NumberProblem; sentence: Sentence; suggestion: string | null } | null;
}

const nothing = {
  number: null,
  type: null,
  country: null,
  countryCode: null,
  international: null,
  national: null,
  rangeHolder: null,
} satisfies Partial<NumberFacts>;

/**
 * Describes a number as people write it, read as `readNumber` does: offline, from the committed tables. A range that no
 * plan lists yet is not valid, and sendable where mobile numbers have its length.
 */
export function describeNumber(written: string, country: Country | null): NumberFacts {
  const reading = readNumber(written, country);
  if ("to" in reading) {
    // With a plus it can be a number abroad that the API, which takes digits alone, would take for one at home.
    const refusal = checkRecipient(reading.to);
    const problem = refusal
      ? { code: "no_country_code" as const, sentence: refusal, suggestion: null }
      : null;
    const facts = factsOf(reading.to, parsePhoneNumberFromString(`+${reading.to}`));
    return { ...facts, isValid: reading.isListed, isSendable: !problem, problem };
  }
  const { problem: code, sentence, repair } = reading;
  const problem = { code, sentence, suggestion: repair?.whole ?? null };
  const landline = code === "landline" ? parseLandline(written, country) : undefined;
  const facts = landline ? factsOf(landline.number.slice(1), landline) : nothing;
  return { ...facts, isValid: landline !== undefined, isSendable: false, problem };
}

function factsOf(digits: string, parsed: PhoneNumber | undefined) {
  return {
    number: digits,
    type: typeOf(parsed),
    country: countryOf(digits),
    countryCode: parsed?.countryCallingCode ?? null,
    international: parsed?.formatInternational() ?? `+${digits}`,
    national: parsed?.formatNational() ?? null,
    rangeHolder: findRangeHolder(digits),
  };
}

function typeOf(parsed: PhoneNumber | undefined): NumberType {
  const name = parsed?.getType()?.toLowerCase();
  return numberTypes.find((type) => type === name) ?? "unknown";
}

/** What `readNumber` has found to be a landline, as that: with its country code, or else of the country. */
function parseLandline(written: string, country: Country | null): PhoneNumber | undefined {
  const tidy = tidyNumber(written);
  if ("problem" in tidy) return undefined;
  const abroad = parsePhoneNumberFromString(`+${tidy.digits}`);
  const isWhole = tidy.isInternational || country === null || abroad?.isValid() === true;
  return isWhole ? abroad : parsePhoneNumberFromString(tidy.digits, country);
}
