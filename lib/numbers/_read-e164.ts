import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { isSureMobile } from "./_is-sure-mobile";
import { planOf } from "./_plan";
import type { Reading, Unreachable } from "./reading";
import { numberSentences } from "./sentences";

// The numbers that steer the simulator must stay sendable whatever a numbering plan says of them.
const simulatorNumber = /^48500000\d{3}$/;

/**
 * Reads digits that begin with a country code. `to` is the number the library parsed, which lacks a trunk prefix
 * written after the country code. A range nobody lists is let through when mobile numbers there have its length:
 * ranges open all the time. A sure mobile number needs no library, which compiles its patterns anew each time.
 */
export function readE164(digits: string): Reading {
  if (simulatorNumber.test(digits) || isSureMobile(digits)) return { to: digits, isListed: true };
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number) {
    const sentence = numberSentences.notANumber({ digits });
    return { problem: "no_such_country", sentence, repair: null };
  }
  const to = number.number.slice(1);
  // Nearly every valid number has a type, and the validity is found the same way: once is enough.
  const type = number.getType();
  if (type !== undefined || number.isValid()) return readListed(number, { to, type });
  const { countryCallingCode: code, nationalNumber } = number;
  const plan = planOf(code);
  if (nationalNumber.startsWith("0") && !plan?.hasLeadingZero) {
    return readE164(code + nationalNumber.replace(/^0+/, ""));
  }
  if (plan && !plan.lengths.includes(nationalNumber.length)) {
    return lacksMobileDigit(number, to) ?? wrongLength(number, { to, lengths: plan.lengths });
  }
  return lacksMobileDigit(number, to) ?? { to, isListed: false };
}

type Listed = { to: string; type: ReturnType<PhoneNumber["getType"]> };

function readListed(number: PhoneNumber, { to, type }: Listed): Reading {
  if (type !== "FIXED_LINE") return { to, isListed: true };
  // Brazil's fixed lines would be possible mobile numbers with a 9, too, and are none.
  const lacking = number.countryCallingCode === "54" ? lacksMobileDigit(number, to) : undefined;
  if (lacking) return lacking;
  const sentence = numberSentences.landline({ digits: to });
  return { problem: "landline", sentence, repair: null };
}

/** Where a 9 marks mobile numbers: after the country code in Argentina, after the area code in Brazil. */
const mobileDigit = new Map([
  ["54", (national: string) => `9${national}`],
  ["55", (national: string) => `${national.slice(0, 2)}9${national.slice(2)}`],
]);

function lacksMobileDigit(number: PhoneNumber, to: string): Unreachable | undefined {
  const { countryCallingCode: code, nationalNumber } = number;
  const complete = mobileDigit.get(code);
  if (!complete) return undefined;
  const whole = code + complete(nationalNumber);
  const completed = parsePhoneNumberFromString(`+${whole}`);
  if (completed?.number !== `+${whole}` || completed.getType() !== "MOBILE") return undefined;
  const sentence = numberSentences.noMobileDigit({ digits: to, whole });
  return { problem: "no_mobile_digit", sentence, repair: { whole, code } };
}

function wrongLength(
  { countryCallingCode: code, nationalNumber }: PhoneNumber,
  { to, lengths }: { to: string; lengths: readonly number[] },
): Unreachable {
  const counted = { digits: to, count: nationalNumber.length, code, lengths: spanOf(lengths) };
  const sentence = numberSentences.wrongLength(counted);
  return { problem: "wrong_length", sentence, repair: null };
}

/** As in "9", "9, 11" and "7–10". */
function spanOf(lengths: readonly number[]): string {
  const [first = 0] = lengths;
  const last = lengths.at(-1) ?? first;
  const isSpan = lengths.length > 2 && last - first === lengths.length - 1;
  return isSpan ? `${first}–${last}` : lengths.join(", ");
}
