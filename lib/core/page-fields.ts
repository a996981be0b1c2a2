import { z } from "zod";
import { limitedText } from "./limited-text";
import { coreSentences } from "./sentences";
import { worded } from "./worded";

interface Paging {
  /** What a page has, as the documentation calls it. */
  of?: "results" | "messages";
  /** What must stay the same from page to page, as the documentation calls it. */
  with?: "the same filter" | "the same filters";
  maxCursor?: number;
}

const wrongLimit = worded(coreSentences.wrongLimit);

/** Where a list goes on, in the query of each list of the API: `limit` and `cursor`. */
export function pageFields({ of = "results", with: same, maxCursor = 64 }: Paging = {}) {
  const where = same === undefined ? "" : `, with ${same}`;
  return {
    limit: z.coerce
      .number(wrongLimit)
      .int(wrongLimit)
      .min(1, wrongLimit)
      .max(1000, wrongLimit)
      .default(50)
      .meta({ description: `Maximum number of ${of} per page.`, examples: [50] }),
    cursor: limitedText(maxCursor, { tooLong: coreSentences.wrongCursor })
      .optional()
      .meta({ description: `\`next_cursor\` of the previous page${where}.` }),
  };
}
