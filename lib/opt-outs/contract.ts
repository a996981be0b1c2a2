import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded } from "../core/worded";
import { isSender } from "../sms/sender";
import { optOutSentences } from "./sentences";

/** Opt-outs of one import. */
export const maxImported = 10_000;

const wrongNumber = optOutSentences.wrongNumber;
const wrongSender = optOutSentences.wrongSender;

const Phone = limitedText(64, { error: wrongNumber, tooLong: wrongNumber })
  .transform((text) => text.trim().replace(/^\+/, ""))
  .refine((digits) => /^[1-9]\d{4,14}$/.test(digits), worded(wrongNumber))
  .meta({
    description: "The phone number in E.164, with or without the plus.",
    examples: ["48732129000"],
  });

/** `POST /api/opt-outs`. */
export const CreateOptOutInput = z.object({
  number: Phone,
  sender: limitedText(16, { error: wrongSender, tooLong: wrongSender })
    .transform((text) => text.trim().replace(/^\+(?=\d+$)/, ""))
    .refine((text) => text === "" || isSender(text), worded(wrongSender))
    .nullish()
    .meta({
      description: "The sender it wants no messages of. Null or omitted: none of the account.",
      examples: ["YourBrand"],
    }),
  reason: limitedText(200)
    .regex(/^\P{C}*$/u)
    .nullish()
    .meta({ description: "Why, in your words.", examples: ["Asked by phone"] }),
});

const wrongList = optOutSentences.wrongList({ max: maxImported });

/** `POST /api/opt-outs/import`. Each entry is checked by itself, as the body of `POST /api/opt-outs` is. */
export const ImportOptOutsInput = z.object({
  opt_outs: limitedList(z.unknown(), {
    min: 1,
    max: maxImported,
    error: wrongList,
    tooMany: wrongList,
  }).meta({ description: "Opt-outs, each as in `POST /api/opt-outs`." }),
});

/** What an import did. */
export const ImportedOptOuts = z.object({
  added: z.int().meta({ description: "Opt-outs that are new." }),
  known: z.int().meta({ description: "Opt-outs that were there before." }),
  rejected: z.int().meta({ description: "Entries that are no opt-outs." }),
  errors: z
    .array(z.object({ index: z.int(), detail: z.string() }))
    .meta({ description: "The first 100 rejected entries by their place, from 0." }),
});

export type ImportedOptOuts = z.infer<typeof ImportedOptOuts>;

/** An opt-out as the API and the panel show it. */
export const OptOutView = z.object({
  number: z.string().meta({
    description: "The phone number in E.164 without the plus.",
    examples: ["48732129000"],
  }),
  sender: z.string().nullable().meta({
    description: "The sender it wants no messages of. Null: none of the account.",
  }),
  reason: z.string().meta({ description: "Its own words, or yours.", examples: ["STOP"] }),
  source: z.enum(["keyword", "panel", "api", "import", "carrier"]).meta({
    description: "How it came here: `keyword` if the phone wrote STOP.",
  }),
  created_at: z.iso.datetime().meta({ description: "When it opted out." }),
});

export type OptOutView = z.infer<typeof OptOutView>;

const wrongDigits = optOutSentences.wrongDigits;

/** The query of `GET /api/opt-outs`. */
export const ListOptOutsQuery = z.object({
  number: limitedText(64, { error: wrongDigits, tooLong: wrongDigits })
    .transform((text) => text.replace(/[\s()+.-]/g, ""))
    .refine((digits) => /^\d{1,15}$/.test(digits), worded(wrongDigits))
    .optional()
    .meta({
      description:
        "A number, or digits of one. Spaces, brackets, dashes, and the plus are ignored.",
      examples: ["48732129000"],
    }),
  ...pageFields({ with: "the same filter", maxCursor: 300 }),
});

export type ListOptOutsQuery = z.output<typeof ListOptOutsQuery>;

/** A page of opt-outs, newest first. */
export const OptOutPage = z.object({
  data: z.array(OptOutView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});
