import { eq, or, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { readNumber } from "../numbers/read-number";

/** With fewer digits, what reads as a number abroad may be the end of one at home. */
const minWholeDigits = 11;

interface NumberCondition {
  /** The number is complete, and an index finds it. */
  whole?: SQL;
  part?: SQL | undefined;
}

/** Messages to a number when the digits are a complete one, else all that have them somewhere. */
export function findNumber(digits: string): NumberCondition {
  const whole = wholeNumber(digits);
  if (whole !== undefined) return { whole: eq(messages.to, whole) };
  return { part: or(...spellings(digits).map((each) => sql`strpos(${messages.to}, ${each}) > 0`)) };
}

/** Messages to numbers that begin or end with these digits. */
export function findNumberEdge(digits: string): (SQL | undefined)[] {
  return spellings(digits).flatMap((each) => [
    sql`right(${messages.to}, ${each.length}) = ${each}`,
    sql`starts_with(${messages.to}, ${each})`,
  ]);
}

function wholeNumber(digits: string): string | undefined {
  if (digits.length < minWholeDigits) return undefined;
  const reading = readNumber(digits, null);
  return "to" in reading ? reading.to : undefined;
}

/** What a number with these digits somewhere has; null if they are a complete number. */
export function searchedSpellings(digits: string): string[] | null {
  return wholeNumber(digits) === undefined ? spellings(digits) : null;
}

/** What the number may be stored as: the digits, or what a send to them would have been stored with. */
export function spellings(digits: string): string[] {
  const reading = readNumber(digits, null);
  // At home a number is written with a trunk zero, which it does not end with.
  const national = /^0(\d{6,})$/.exec(digits)?.[1];
  return [...new Set([digits, national ?? digits, "to" in reading ? reading.to : digits])];
}
