import { z } from "zod";
import { periodFields } from "../core/iso-time";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import type { Sentence } from "../core/sentence";
import { type WrongInput, worded } from "../core/worded";
import { MessageView } from "../messages/contract";
import { MetadataFilter } from "../messages/metadata-contract";
import { messageSentences } from "../messages/sentences";
import { messageStatuses } from "../messages/status";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { searchedDigits } from "../sms/searched-digits";
import { logSentences } from "./sentences";

const Text = limitedText(255).refine(
  (value) => !findForbiddenCharacter(value),
  worded(logSentences.wrongText),
);

const Status = z
  .enum(messageStatuses, worded(wrongStatus))
  .meta({ description: "State of a message.", examples: ["delivered"] });

function wrongStatus({ input }: WrongInput): Sentence {
  const status = String(input).slice(0, 40);
  return logSentences.wrongStatus({ status, statuses: messageStatuses.join(", ") });
}

const maxStatuses = 50;
const tooManyStatuses = logSentences.tooManyStatuses({ max: maxStatuses });
const wrongNumber = logSentences.wrongNumber;

/** The query of `GET /api/sms`. Every filter may be left out; those given all have to hold. */
export const ListMessagesQuery = z
  .object({
    status: z
      .preprocess(
        (value) =>
          typeof value === "string"
            ? value.split(",", maxStatuses + 1).map((name) => name.trim())
            : value,
        limitedList(Status, { max: maxStatuses, error: tooManyStatuses, tooMany: tooManyStatuses }),
      )
      .optional()
      .meta({
        description: "Only these statuses. Separate several with commas, or repeat the parameter.",
        examples: [["failed", "bounced"]],
      }),
    to: limitedText(64, { tooLong: wrongNumber })
      .transform((value) => searchedDigits(value) ?? "")
      .refine((digits) => digits !== "", worded(wrongNumber))
      .optional()
      .meta({
        description:
          "Recipient: a complete number with its country code, or any 4 digits or more of one. Spaces, brackets, and dashes are ignored. 11 digits or more that form a complete number match that number only, by an index.",
        examples: ["48732129000", "9000"],
      }),
    from: Text.transform((value) => value.trim().replace(/^\+(?=\d+$)/, ""))
      .optional()
      .meta({
        description: "Sender. Must match exactly.",
        examples: ["YourBrand"],
      }),
    q: Text.optional().meta({
      description: "Part of the text, ignoring case and accents, or a message ID or its beginning.",
      examples: ["login code"],
    }),
    client_ref: Text.optional().meta({
      description: "Your own reference. Must match exactly.",
      examples: ["order-1042"],
    }),
    campaign_id: limitedText(64)
      .optional()
      .meta({
        description: "Messages of this campaign.",
        examples: ["cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
      }),
    metadata: MetadataFilter.optional().meta({
      description:
        "Messages that have these fields in their `metadata`, as in `metadata[order]=1042`: up to 5 texts, numbers, or truth values, each of which must match exactly.",
      examples: [{ order: "1042" }],
      param: { style: "deepObject", explode: true },
    }),
    ...periodFields({ wrong: messageSentences.notATime, what: "accepted" }),
    test: z
      .enum(["true", "false"], worded(logSentences.wrongTest))
      .transform((value) => value === "true")
      .optional()
      .meta({
        description:
          "`true` lists test messages, `false` lists live messages. If omitted, live messages are listed. A test token lists only test messages, and `false` is invalid for it.",
      }),
    ...pageFields({ of: "messages", with: "the same filters" }),
  })
  .transform(
    ({
      client_ref: clientRef,
      campaign_id: campaignId,
      ...filter
    }): typeof filter & { clientRef?: string; campaignId?: string } => ({
      ...filter,
      ...(clientRef === undefined ? {} : { clientRef }),
      ...(campaignId === undefined ? {} : { campaignId }),
    }),
  );

export type ListMessagesQuery = z.output<typeof ListMessagesQuery>;

/** A page of messages, newest first. */
export const MessagePage = z.object({
  data: z.array(MessageView),
  next_cursor: z.string().nullable().meta({
    description:
      "`cursor` of the next page; null when this is the last. A page can be short, even empty, while this is not null.",
  }),
});

export type MessagePage = z.infer<typeof MessagePage>;
