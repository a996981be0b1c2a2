import { z } from "zod";
import { periodFields } from "../core/iso-time";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded } from "../core/worded";
import { messageSentences } from "../messages/sentences";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { searchedDigits } from "../sms/searched-digits";
import { inboundFields } from "../webhooks/contract";
import { inboundSentences } from "./sentences";

const wrongNumber = inboundSentences.wrongFilter;

const Text = limitedText(255).refine(
  (value) => !findForbiddenCharacter(value),
  worded(inboundSentences.wrongText),
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
  ...periodFields({ wrong: messageSentences.notATime, what: "received" }),
  ...pageFields({ of: "messages", with: "the same filters" }),
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
