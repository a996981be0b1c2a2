import "server-only";
import type { CountryCode } from "libphonenumber-js/max";
import { tidyNumber } from "../sms/tidy-number";
import { homeCode, readAtHome } from "./_read-at-home";
import { readE164 } from "./_read-e164";
import { untidySentence } from "./_untidy-sentence";
import type { Reading, Unreachable } from "./reading";
import { numberSentences } from "./sentences";

/**
 * Reads a number as people write it. Without a plus or 00 it is completed by the code of the account's country, if
 * it has one; where the same digits are a number abroad, too, it is refused: nobody can tell who is meant.
 */
export function readNumber(written: string, country: CountryCode | null): Reading {
  const tidy = tidyNumber(written);
  if ("problem" in tidy) return untidy(tidy.problem, written);
  if (!/^\d{4,20}$/.test(tidy.digits)) return untidy("not_a_number", written);
  const abroad = readE164(tidy.digits);
  return tidy.isInternational ? abroad : readUnmarked(tidy.digits, { abroad, country });
}

interface Readings {
  /** The digits read with a country code in front. */
  abroad: Reading;
  country: CountryCode | null;
}

function readUnmarked(digits: string, { abroad, country }: Readings): Reading {
  // Digits that begin with the country's own code are complete, whatever else they could be at home.
  if ("to" in abroad && digits.startsWith(homeCode(country))) return abroad;
  const home = readAtHome(digits, country);
  if (!home) return lacksUnknownCode(digits, abroad) ?? abroad;
  if ("to" in abroad) {
    if (abroad.to === home.whole || !home.isListed) return abroad;
    if (abroad.isListed) return ambiguous(digits, home);
  }
  if (country && home.isListed) return readE164(home.whole);
  return lacksCode(digits, home);
}

/** A zero at the front is a trunk prefix: the number is one of a country that is not known. */
function lacksUnknownCode(digits: string, abroad: Reading): Unreachable | undefined {
  if ("to" in abroad || !digits.startsWith("0")) return undefined;
  const sentence = numberSentences.noKnownCountryCode({ digits });
  return { problem: "no_country_code", sentence, repair: null };
}

type Repair = NonNullable<Unreachable["repair"]>;

function lacksCode(digits: string, { code, whole }: Repair): Unreachable {
  const sentence = numberSentences.noCountryCode({ digits, code, whole });
  return { problem: "no_country_code", sentence, repair: { whole, code } };
}

function ambiguous(digits: string, { code, whole }: Repair): Unreachable {
  const sentence = numberSentences.ambiguous({ digits, whole });
  return { problem: "ambiguous", sentence, repair: { whole, code } };
}

function untidy(problem: "spreadsheet" | "not_a_number", written: string): Unreachable {
  return { problem, sentence: untidySentence(problem, written), repair: null };
}
