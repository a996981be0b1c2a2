import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { statementSentences } from "./sentences";

const { wrongMonth } = statementSentences;

/** Which statement to download: of a calendar month in UTC, such as "2026-05"; of the current one if left out. */
export const StatementQuery = z.object({
  month: limitedText(7, { tooLong: wrongMonth })
    .regex(/^(19[7-9]\d|[2-8]\d{3})-(0[1-9]|1[0-2])$/, worded(wrongMonth))
    .optional(),
});
