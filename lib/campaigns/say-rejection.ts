import type { Sentence } from "../core/sentence";
import { readNumber } from "../numbers/read-number";
import type { Country } from "../numbers/reading";
import type { RowState } from "./contract";
import { rejectionSentences as said } from "./rejection-sentences";

/** What the check found, and what it was about. */
export interface Verdict {
  state: RowState;
  detail: string | null;
  /** The number as it was written. */
  written: string;
  /** Where a number without a country code belongs. */
  country: Country | null;
}

/** Why a row isn't sent, in a sentence; undefined for one that is. */
export function sayRejection({ state, detail, written, country }: Verdict): Sentence | undefined {
  switch (state) {
    case "empty":
      return detail === "text" ? said.emptyText : said.noNumber;
    case "invalid":
      return detail === "text" ? said.wrongText : sayNumber(written, country);
    case "landline":
      return sayNumber(written, country);
    case "duplicate":
      return said.duplicate({ row: detail ?? "" });
    case "opted_out":
      return said.optedOut;
    case "missing_variable":
      return said.missingVariable({ names: detail ?? "" });
    case "too_long":
      return said.tooLong;
    default:
      return undefined;
  }
}

function sayNumber(written: string, country: Country | null): Sentence {
  const reading = readNumber(written, country);
  return "sentence" in reading ? reading.sentence : said.noNumber;
}
