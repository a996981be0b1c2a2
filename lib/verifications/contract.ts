import { z } from "zod";
import { echoedFields } from "../core/echoed-contract";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded } from "../core/worded";
import { wireFields } from "../messages/contract";
import { verificationSentences } from "./sentences";

/** Codes that are compared with one verification at most. */
export const maxChecks = 5;
/** Messages with a code to one number within `sendWindowSeconds` at most. */
export const maxSends = 5;
export const sendWindowSeconds = 600;
/** The sender of a verification that names none. */
export const defaultSender = "Verify";
export const defaultLength = 6;
export const defaultTtlSeconds = 600;

const codeLengths = { min: 4, max: 10 };
const lives = { min: 60, max: 3600 };
/** Of a host name at most (RFC 1035, 2.3.4). */
const maxHost = 253;
const hostName =
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

const wrongLength = worded(verificationSentences.wrongLength(codeLengths));
const wrongTtl = worded(verificationSentences.wrongTtl(lives));
const { wrongTemplate, wrongDomain, wrongCode } = verificationSentences;

const { to, from, client_ref, idempotency_key } = wireFields.shape;

/** The code as somebody typed it: spaces and dashes between its digits are theirs. */
const Code = limitedText(32, { error: wrongCode, tooLong: wrongCode })
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((digits) => /^\d{4,10}$/.test(digits), worded(wrongCode))
  .meta({
    description: "The code as it was entered. Spaces and dashes are ignored.",
    examples: ["482910"],
  });

/** `POST /api/verifications`. */
export const StartVerificationInput = z.object({
  to,
  from: from.nullish().meta({
    description: `Sender, as in \`POST /api/sms\`. Default: \`${defaultSender}\`.`,
    examples: ["YourBrand"],
    maxLength: 16,
  }),
  template: limitedText(64, { error: wrongTemplate, tooLong: wrongTemplate })
    .regex(/^\w+$/, worded(wrongTemplate))
    .nullish()
    .meta({
      description:
        "ID of a template with the text. `{{code}}` stands for the code, which it must have, and `{{minutes}}` for its lifetime. Default: a text in `language`.",
      examples: ["tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
    }),
  language: z
    .enum(["en", "pl"], worded(verificationSentences.wrongLanguage))
    .nullish()
    .meta({ description: "Language of our text, `en` or `pl`. Default: `en`.", examples: ["en"] }),
  code_length: z
    .int(wrongLength)
    .min(codeLengths.min, wrongLength)
    .max(codeLengths.max, wrongLength)
    .nullish()
    .meta({ description: "Digits of the code. Default: 6.", examples: [6] }),
  ttl: z
    .int(wrongTtl)
    .min(lives.min, wrongTtl)
    .max(lives.max, wrongTtl)
    .nullish()
    .meta({ description: "Seconds for which the code works. Default: 600.", examples: [600] }),
  webotp_domain: limitedText(maxHost, { error: wrongDomain, tooLong: wrongDomain })
    .transform((text) => text.toLowerCase())
    .refine((host) => hostName.test(host), worded(wrongDomain))
    .nullish()
    .meta({
      description:
        "Host name of your site. The text then ends with the line by which browsers and phones fill in the code (WebOTP).",
      examples: ["example.com"],
    }),
  client_ref,
  idempotency_key: idempotency_key.meta({
    description:
      "A UUID v4 that you generate. A repeated request sends nothing and gets the verification as it is now.",
    examples: ["8e03978e-40d5-43e8-bc93-6894a57f9324"],
    format: "uuid",
  }),
});

export type StartVerificationInput = z.output<typeof StartVerificationInput>;

/** `POST /api/verifications/{verification_id}/check`. */
export const CheckVerificationInput = z.object({ code: Code });

/** `POST /api/verifications/check`. */
export const CheckNumberInput = z.object({ to, code: Code });

const at = (description: string) => z.iso.datetime().meta({ description });

/** A verification as the API shows it: everything but the code. */
export const VerificationView = z.object({
  verification_id: z.string().meta({ description: "ID of the verification." }),
  status: z.enum(["pending", "approved", "expired", "max_attempts", "cancelled"]).meta({
    description:
      "`pending` until the right code was checked, its time is over, five wrong codes were checked, or it was cancelled.",
  }),
  to: z.string().meta({ description: "The number, E.164 without the plus." }),
  created_at: at("When it was started."),
  expires_at: at("Until when the code works. A resend moves it."),
  ended_at: at("When it was approved or ended otherwise. Null while it is pending.").nullable(),
  attempts_left: z
    .int()
    .min(0)
    .meta({ description: "Checks that are left.", examples: [5] }),
  sends: z
    .int()
    .min(0)
    .meta({ description: "Messages sent with the code.", examples: [1] }),
  message_id: z.string().nullable().meta({
    description: "ID of the newest message with the code, which its text shows as `••••••`.",
  }),
  client_ref: echoedFields.client_ref,
  test: z.boolean().meta({ description: "Whether a test token started it." }),
});

export type VerificationView = z.infer<typeof VerificationView>;

/** What a check found. */
export const CheckResult = z.object({
  status: z.enum(["approved", "pending", "expired", "max_attempts"]).meta({
    description:
      "`approved`: the code is right; one check of it gets this. `pending`: it is wrong, and may be entered again. `max_attempts`: too many wrong codes. `expired`: its time is over, or it was used or cancelled.",
  }),
});

export type CheckResult = z.infer<typeof CheckResult>;

/** The query of `GET /api/verifications`. */
export const ListVerificationsQuery = z.object({ ...pageFields() });

export type ListVerificationsQuery = z.output<typeof ListVerificationsQuery>;

/** A page of verifications, newest first. */
export const VerificationPage = z.object({
  data: z.array(VerificationView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});
