import { z } from "zod";
import { text } from "./_setting-shapes";

/** Settings of email. */
export const mailSettings = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must look like smtps://user:password@mail.example.com" })
    .optional()
    .describe("SMTP server for outgoing email. If unset, emails are saved in DATA_DIR/mail."),
  MAIL_FROM: text
    .regex(/^[^@\s<>]+@[^@\s<>]+$|^[^<>@]*<[^@\s<>]+@[^@\s<>]+>$/, {
      error: "must look like Depesza <sms@example.com>",
    })
    .optional()
    .describe("Sender of all emails. Required if SMTP_URL is set."),
};
