import type { Sentence } from "../core/sentence";
import type { RowView } from "./contract";
import { rowSentences } from "./sentences";

/** Why nothing is sent to a row, in a sentence; undefined for one that is ready, or was not checked yet. */
export function wordRow({
  state,
  detail,
}: Pick<RowView, "state" | "detail">): Sentence | undefined {
  switch (state) {
    case "ready":
    case "unchecked":
      return undefined;
    case "empty":
      return detail === "text" ? rowSentences.emptyText : rowSentences.noNumber;
    case "invalid":
      return rowSentences[invalidWords[detail ?? ""] ?? "invalid"];
    case "landline":
      return rowSentences.landline;
    case "duplicate":
      return rowSentences.duplicate({ row: detail ?? "" });
    case "opted_out":
      return rowSentences.optedOut;
    case "missing_variable":
      return rowSentences.missingVariable({ names: detail ?? "" });
    case "too_long":
      return rowSentences.tooLong;
  }
}

const invalidWords: Partial<
  Record<string, "noCountryCode" | "ambiguous" | "wrongLength" | "spreadsheet" | "unsendable">
> = {
  no_country_code: "noCountryCode",
  ambiguous: "ambiguous",
  wrong_length: "wrongLength",
  spreadsheet: "spreadsheet",
  text: "unsendable",
};
