import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { IsoTime } from "../messages/schedule-contract";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { searchedDigits } from "../sms/searched-digits";
import { inboundFields } from "../webhooks/contract";
import { inboundSentences } from "./sentences";

const wrongNumber = inboundSentences.wrongFilter;
const wrongLimit = inboundSentences.wrongLimit;

const Text = limitedText(255).refine(
  (value) => !findForbiddenCharacter(value),
  worded(inboundSentences.wrongText),
);

/** In a query a plus that was not encoded arrives as a space. */
const Time = z.preprocess(
  (value) => (typeof value === "string" ? value.replace(/ (?=\d{2}:?\d{2}$)/, "+") : value),
  IsoTime,
);

/** The query of `GET /api/inbound`. Every filter may be left out; those given all have to hold. */
export const ListInboundQuery = z.object({
  from: limitedText(64, { tooLong: wrongNumber })
    .transform((value) => searchedDigits(value) ?? "")
    .refine((digits) => digits !== "", worded(wrongNumber))
    .optional()
    .meta({
      description: "The phone: a complete number with its country code.",
      examples: ["48732129000"],
    }),
  to: Text.transform((value) => value.trim().replace(/^\+(?=\d+$)/, ""))
    .optional()
    .meta({ description: "What it was sent to. Must match exactly.", examples: ["48500100200"] }),
  since: Time.optional().meta({
    description: "Received at this time or later, ISO 8601 with a zone.",
    format: "date-time",
    examples: ["2026-05-15T00:00:00Z"],
  }),
  until: Time.optional().meta({
    description: "Received before this time, ISO 8601 with a zone.",
    format: "date-time",
    examples: ["2026-05-16T00:00:00Z"],
  }),
  limit: z.coerce
    .number(worded(wrongLimit))
    .int(worded(wrongLimit))
    .min(1, worded(wrongLimit))
    .max(1000, worded(wrongLimit))
    .default(50)
    .meta({ description: "Maximum number of messages per page.", examples: [50] }),
  cursor: limitedText(64, { tooLong: inboundSentences.wrongCursor })
    .optional()
    .meta({ description: "`next_cursor` of the previous page, with the same filters." }),
});

export type ListInboundQuery = z.output<typeof ListInboundQuery>;

/** A message from a phone, as the API and the panel show it. */
export const InboundView = z.object({
  message_id: z
    .string()
    .meta({ description: "ID of the message.", examples: ["inb_01HQX7Z9M4T1B7QF0C2V8K6D3R"] }),
  ...inboundFields,
  carrier: z.string().meta({ description: "The carrier that it came through." }),
  sent_at: z.iso.datetime().meta({ description: "When it was sent, by the carrier's clock." }),
  received_at: z.iso.datetime().meta({ description: "When it was received." }),
  test: z.boolean().meta({ description: "Whether the simulator sent it in test mode." }),
  body_erased_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: "When the text was erased: `body` is empty since then. Null before." }),
});

export type InboundView = z.infer<typeof InboundView>;

/** A page of received messages, newest first. */
export const InboundPage = z.object({
  data: z.array(InboundView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});
