import type { Sentence } from "../core/sentence";
import type { NumberProblem } from "./contract";

/** A country whose numbering plan is known, by its ISO 3166 code. */
export type { CountryCode as Country } from "libphonenumber-js/max";

/** A number that a message can be sent to. */
interface Reachable {
  /** E.164 digits without the plus: what is stored, priced, shown and sent. */
  to: string;
  /** Whether a numbering plan lists its range; else the range is only possible. */
  isListed: boolean;
}

/** Why what was written is no number that a message can be sent to. */
export interface Unreachable<Said = Sentence> {
  problem: NumberProblem;
  /** Words of a language on a screen. */
  sentence: Said;
  /** The whole number it would be, and its country code, where that can be told. */
  repair: { whole: string; code: string } | null;
}

export type Reading<Said = Sentence> = Reachable | Unreachable<Said>;
