import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { fraudSentences } from "./sentences";

/** Why a range is stopped. */
export const stopReasons = ["conversion", "velocity", "sequence"] as const;

export type StopReason = (typeof stopReasons)[number];

/** Below this share of approved verifications, a range with enough traffic is stopped. */
export const minConversion = 0.35;

/** Messages to 10,000 numbers in a row within a day, from which on their conversion is judged. */
export const minNarrowSends = 40;
/** Messages to 10,000 numbers in a row within ten minutes at most, whatever their conversion. */
export const maxNarrowSends = 60;
/**
 * Messages to a million numbers in a row within ten minutes, but for the last minute and a half, from which on their
 * conversion is judged.
 */
export const minWideSends = 90;
/** The same with those of the last minute and a half. */
export const maxWideSends = 150;
/** Verifications of a million numbers within a day that had their time, from which on their conversion is judged. */
export const minWideSettled = 100;
/** Of the 20 numbers around one, those that had their time within an hour and entered no code, from which on they are a sequence. */
export const maxNeighbors = 8;
/** Stopped ranges of 10,000 numbers in a million, from which on their messages are counted against the million, too. */
export const minStoppedBlocks = 5;
/** Messages to one number within a day whose codes nobody entered, from which on it gets none. */
export const maxNumberSends = 20;
/** A number that proved itself passes stops until it has so many verifications since that were not approved. */
export const maxProvedMisses = 5;

/** Countries in an account's list at most: more than there are. */
const maxCountries = 300;

/** The countries that an account sends codes to, as ISO codes with spaces or commas between; empty for the usual ones. */
export const CountriesInput = z.object({
  countries: limitedText(4 * maxCountries, { tooLong: fraudSentences.wrongCountries })
    .transform((text) =>
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    )
    .refine((codes) => codes.length <= maxCountries, worded(fraudSentences.wrongCountries))
    .refine(
      (codes) => codes.every((code) => /^[A-Z]{2}$/.test(code)),
      worded(fraudSentences.wrongCountries),
    ),
});

/** The range whose stop is to end. */
export const RangeInput = z.object({
  prefix: limitedText(15).regex(/^\d{1,11}$/, worded(fraudSentences.noStop)),
});
