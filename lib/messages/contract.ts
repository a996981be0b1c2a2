import { z } from "zod";
import { echoedFields } from "../core/echoed-contract";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { type WrongInput, worded, wordedIssue } from "../core/worded";
import { webhookStates } from "../deliveries/contract";
import { numberSentences } from "../numbers/sentences";
import { countSegments, maxTextLength } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { findMarkPile } from "../sms/find-mark-pile";
import { isBlank } from "../sms/is-blank";
import { isSender } from "../sms/sender";
import { MetadataInput } from "./metadata-contract";
import { IsoTime, ScheduledAt } from "./schedule-contract";
import { messageSentences } from "./sentences";
import { messageStatuses } from "./status";

/** Of a message at most. */
export const maxSegments = 10;
/** Within which a message must be delivered unless its sender says otherwise. */
export const defaultValiditySeconds = 172_800;

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const noSender = messageSentences.noSender;
const Sender = limitedText(64, { error: missing(noSender), tooLong: wrongSender })
  .superRefine((value, context) => {
    if (isSender(value)) return;
    context.addIssue(wordedIssue(wrongSender({ input: value })));
  })
  .transform((value) => value.replace(/^\+(?=\d+$)/, ""))
  .meta({
    description:
      "Sender: a name of 1–11 letters, digits, spaces, `.` and `-` with at least one letter, a number in E.164, or a short code of 3–8 digits.",
    examples: ["YourBrand"],
    minLength: 1,
    maxLength: 16,
  });

const wrongRecipient = numberSentences.notE164;
const Recipient = limitedText(64, {
  error: missing(messageSentences.noRecipient),
  tooLong: wrongRecipient,
})
  .transform((value) => value.replace(/^\+/, ""))
  .refine((value) => /^[1-9]\d{5,14}$/.test(value), worded(wrongRecipient))
  .meta({
    description:
      "Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use.",
    examples: ["48732129000"],
    pattern: "^\\+?[1-9]\\d{5,14}$",
  });

const noText = messageSentences.noText;
const tooManySegments = messageSentences.tooManySegments({ max: maxSegments });
const Body = limitedText(maxTextLength, { error: missing(noText), tooLong: tooManySegments })
  .superRefine((value, context) => {
    const unsendable = findForbiddenCharacter(value) ?? findMarkPile(value);
    const sentence = unsendable ?? (isBlank(value) ? noText : undefined);
    if (sentence) context.addIssue(wordedIssue(sentence));
  })
  .transform((value) => value.normalize("NFC"))
  .refine((value) => countSegments(value).segments <= maxSegments, worded(tooManySegments))
  .meta({
    description:
      "Text, at most 10 segments: 1530 characters of the GSM alphabet or 670 UTF-16 units of any other, counted after normalization (NFC). At least one character has to be visible, and none may have more than 30 combining marks.",
    examples: ["Your login code: 482910"],
    minLength: 1,
  });

const ClientRef = limitedText(255, {
  error: messageSentences.referenceNotText,
  tooLong: messageSentences.longReference,
}).refine((value) => !findForbiddenCharacter(value), worded(messageSentences.wrongReference));

const notAKey = messageSentences.notAKey;

/** The fields of a message to send, as they come over the wire. */
export const wireFields = z.object({
  from: Sender,
  to: Recipient,
  body: Body,
  scheduled_at: ScheduledAt.nullish(),
  idempotency_key: limitedText(64, { error: notAKey, tooLong: notAKey })
    .transform((value) => value.toLowerCase())
    .refine((value) => uuidV4.test(value), worded(notAKey))
    .nullish()
    .meta({
      description: "A UUID v4 that you generate. A repeated request gets the original response.",
      examples: ["8e03978e-40d5-43e8-bc93-6894a57f9324"],
      format: "uuid",
    }),
  client_ref: ClientRef.nullish().meta({
    description: "Your own reference, returned in every response and event.",
    examples: ["order 1042"],
  }),
  metadata: MetadataInput.nullish().meta({
    description:
      "Your JSON object, at most 4096 bytes, returned in every response and event, with its fields in another order. Keys have 1–64 characters without brackets, and it may be nested 5 deep.",
    examples: [{ order: "1042", shop: "Gdynia" }],
  }),
  validity: z
    .int(worded(messageSentences.validityNotWhole))
    .min(60, worded(messageSentences.shortValidity))
    .max(defaultValiditySeconds, worded(messageSentences.longValidity))
    .nullish()
    .meta({
      description:
        "Seconds within which it must be delivered, or it expires. Default: 172800 (48 hours).",
      examples: [600],
    }),
  store_body: z
    .boolean(worded(messageSentences.wrongStoreBody))
    .nullish()
    .meta({
      description:
        "`false` for a text that nobody may read later: no list, export, or page shows it, and it is erased once a carrier has the message. Default: true.",
      examples: [true],
    }),
  dry_run: z
    .boolean(worded(messageSentences.wrongDryRun))
    .nullish()
    .meta({ description: "Validate and price the message without storing or sending it." }),
});

function inOurNames(wire: z.output<typeof wireFields>) {
  return {
    from: wire.from,
    to: wire.to,
    body: wire.body,
    scheduledAt: wire.scheduled_at ?? null,
    idempotencyKey: wire.idempotency_key ?? null,
    clientRef: wire.client_ref ?? null,
    metadata: wire.metadata ?? null,
    validitySeconds: wire.validity ?? defaultValiditySeconds,
    bodyStorage: wire.store_body === false ? ("never" as const) : null,
    isDryRun: wire.dry_run ?? false,
  };
}

/** `POST /api/sms` as it comes over the wire, turned into our names. Unknown fields are dropped. */
export const SendMessageInput = wireFields.transform(inOurNames);

export type SendMessageInput = z.output<typeof SendMessageInput>;

/** The same for a request that was perhaps accepted long ago: its time may have passed. */
export const RepeatedSendInput = wireFields
  .extend({ scheduled_at: IsoTime.nullish() })
  .transform(inOurNames);

const encoding = z.enum(["GSM-7", "UCS-2"]).meta({
  description: "Encoding of the text. It determines how many characters fit in a segment.",
});
const segments = z.int().meta({ description: "Number of segments.", examples: [1] });
const credits = z
  .int()
  .meta({ description: "Credits charged: one per segment, 0 for test messages.", examples: [1] });
const isTest = z.boolean().meta({ description: "Whether a test token sent it." });
const storesBody = z
  .boolean()
  .meta({ description: "Whether the text is stored. `false` if the request said so." });
const wireTime = z.iso.datetime();
const createdAt = wireTime.meta({ description: "When it was accepted." });
const scheduledAt = wireTime
  .nullable()
  .meta({ description: "Scheduled time. Null if sent immediately." });
const sender = z.string().meta({ description: "Sender." });
const recipient = z.string().meta({ description: "Recipient, E.164 without the plus." });

/** The answer to an accepted `POST /api/sms`. Key order is part of the promise: a replay is byte for byte. */
export const AcceptedMessage = z.object({
  message_id: z.string().nullable().meta({ description: "ID of the message. Null for a dry run." }),
  status: z
    .enum(["queued", "scheduled", "dry_run"])
    .meta({ description: "Status after the request: queued, scheduled, or only priced." }),
  from: sender,
  to: recipient,
  segments,
  encoding,
  credits,
  scheduled_at: scheduledAt,
  created_at: createdAt,
  ...echoedFields,
  test: isTest,
  store_body: storesBody,
});

export type AcceptedMessage = z.infer<typeof AcceptedMessage>;

/** One line of a message's history. */
const MessageEventView = z.object({
  type: z.string().meta({ description: "What happened.", examples: ["sms.delivered"] }),
  at: wireTime.meta({ description: "Time of the event." }),
  source: z.string().meta({ description: "Who reported it.", examples: ["simulator"] }),
  reason: z.string().nullable().meta({ description: "Machine-readable reason." }),
  carrier_code: z.string().nullable().meta({ description: "The carrier's code." }),
  operator: z.string().nullable().meta({ description: "The operator the carrier named." }),
});

export type MessageEventView = z.infer<typeof MessageEventView>;

/** A message as the API and the panel show it. */
export const MessageView = z.object({
  message_id: z.string().meta({ description: "ID of the message." }),
  status: z.enum(messageStatuses).meta({ description: "Current status." }),
  from: sender,
  to: recipient,
  body: z.string().meta({
    description:
      "The text. Empty once it was erased, and if `store_body` is false. The code of a verification is shown as `••••••`.",
  }),
  segments,
  encoding,
  credits,
  scheduled_at: scheduledAt,
  created_at: createdAt,
  sent_at: wireTime.nullable().meta({ description: "When a carrier accepted it." }),
  ended_at: wireTime.nullable().meta({ description: "When it reached its final status." }),
  valid_until: wireTime.meta({ description: "When the message expires if it isn't delivered." }),
  ...echoedFields,
  idempotency_key: z.string().nullable().meta({ description: "Key of the request that sent it." }),
  wait_reason: z.string().nullable().meta({ description: "Why a queued message isn't sent yet." }),
  reason: z
    .string()
    .nullable()
    .meta({ description: "Machine-readable reason for the final status." }),
  carrier: z
    .string()
    .nullable()
    .meta({ description: "Carrier it goes to or went to; null until a route is found." }),
  carrier_code: z.string().nullable().meta({ description: "The carrier's code for the result." }),
  operator: z
    .string()
    .nullable()
    .meta({
      description: "The recipient's operator. Null if unknown.",
      examples: ["Orange"],
    }),
  operator_source: z
    .enum(["carrier", "range"])
    .nullable()
    .meta({
      description:
        "Where the name comes from: the `carrier` that delivered, or the number's `range`. A range names its first holder, and the number may have been ported.",
      examples: ["range"],
    }),
  source: z.enum(["api", "panel"]).meta({ description: "What it was sent from." }),
  campaign_id: z
    .string()
    .nullable()
    .meta({ description: "ID of its campaign. Null if it belongs to none." }),
  verification_id: z
    .string()
    .nullable()
    .meta({ description: "ID of its verification. Null if it has no code of one." }),
  test: isTest,
  webhook_state: z
    .enum(webhookStates)
    .meta({ description: "Webhook delivery state. `none` means that no endpoint was subscribed." }),
  store_body: storesBody,
  body_erased_at: wireTime
    .nullable()
    .meta({ description: "When the text was erased. Null while it is stored." }),
});

export type MessageView = z.infer<typeof MessageView>;

/** A message with its history, oldest event first: `GET /api/sms/{message_id}`. */
export const MessageDetail = MessageView.extend({
  events: z.array(MessageEventView).meta({ description: "Its history, oldest first." }),
});

export type MessageDetail = z.infer<typeof MessageDetail>;

/** What the live stream of the panel pushes. */
export type LiveEvent =
  | { kind: "messages"; messages: MessageView[] }
  | { kind: "balance"; credits: number }
  | { kind: "refetch" };

function missing(sentence: Sentence) {
  return (issue: WrongInput) => (issue.input === undefined ? sentence : messageSentences.notText);
}

function wrongSender({ input }: WrongInput): Sentence {
  const text = String(input);
  return text.trim() === "" ? noSender : messageSentences.wrongSender({ value: quote(text) });
}

function quote(value: string): string {
  const characters = [...value.slice(0, 128)];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : value;
}
