import { z } from "zod";
import { webhookStates } from "../deliveries/contract";
import { countSegments } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { isSender } from "../sms/sender";
import { messageStatuses } from "./status";

const minuteMs = 60_000;
/** How far ahead a message may be scheduled, and how far in the past still means "now". */
export const scheduleWindow = { aheadMs: 35 * 24 * 60 * minuteMs, behindMs: 5 * minuteMs };
export const maxSegments = 10;
const defaultValiditySeconds = 172_800;

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const Sender = z
  .string({ error: missing("Give the sender: a name of up to 11 characters or a number.") })
  .superRefine((value, context) => {
    if (!isSender(value)) {
      context.addIssue({ code: "custom", message: `Invalid sender: ${quote(value)}` });
    }
  })
  .transform((value) => value.replace(/^\+(?=\d+$)/, ""))
  .meta({
    description: "Sender name (1–11 letters, digits, space, . or -) or number.",
    examples: ["YourBrand"],
  });

const Recipient = z
  .string({ error: missing("Give the recipient's number, such as 48732129000.") })
  .transform((value) => value.replace(/^\+/, ""))
  .refine((value) => /^[1-9]\d{5,14}$/.test(value), {
    error: "Give the number in E.164 form without the plus, such as 48732129000.",
  })
  .meta({ description: "Recipient in E.164 without the plus.", examples: ["48732129000"] });

const Body = z
  .string({ error: missing("Write the text of the message.") })
  .min(1, "Write the text of the message.")
  .superRefine((value, context) => {
    const forbidden = findForbiddenCharacter(value);
    if (forbidden) {
      context.addIssue({ code: "custom", message: forbidden });
    } else if (countSegments(value.normalize("NFC")).segments > maxSegments) {
      context.addIssue({
        code: "custom",
        message: `The text needs more than ${maxSegments} segments (1530 GSM-7 or 670 Unicode characters).`,
      });
    }
  })
  .transform((value) => value.normalize("NFC"))
  .meta({
    description: "Text, UTF-8, at most 10 segments.",
    examples: ["Your login code: 482910"],
  });

const notATime = "Give an ISO 8601 time with a zone, such as 2026-05-15T14:23:47Z.";
const ScheduledAt = z
  .string({ error: notATime })
  .transform(completeTime)
  .pipe(z.iso.datetime({ offset: true, error: notATime }))
  .transform((value) => new Date(value))
  .refine((at) => at.getTime() >= Date.now() - scheduleWindow.behindMs, {
    error: "This time has passed. Leave the field out to send now.",
  })
  .refine((at) => at.getTime() <= Date.now() + scheduleWindow.aheadMs, {
    error: "Messages can be scheduled at most 35 days ahead.",
  })
  .meta({
    description: "When to send, ISO 8601 with a zone, at most 35 days ahead.",
    format: "date-time",
  });

const ClientRef = z
  .string({ error: "The reference must be text." })
  .max(255, "The reference may have at most 255 characters.")
  .refine((value) => !findForbiddenCharacter(value), {
    error: "The reference has a character that cannot be stored.",
  });

/** `POST /api/sms` as it comes over the wire, turned into our names. Unknown fields are dropped. */
export const SendMessageInput = z
  .object({
    from: Sender,
    to: Recipient,
    body: Body,
    scheduled_at: ScheduledAt.nullish(),
    idempotency_key: z
      .string({ error: "The idempotency key must be a UUID v4." })
      .transform((value) => value.toLowerCase())
      .refine((value) => uuidV4.test(value), { error: "The idempotency key must be a UUID v4." })
      .nullish(),
    client_ref: ClientRef.nullish(),
    validity: z
      .int({ error: "Validity is a whole number of seconds." })
      .min(60, "Validity is at least 60 seconds.")
      .max(defaultValiditySeconds, "Validity is at most 172800 seconds (48 hours).")
      .nullish(),
    dry_run: z.boolean({ error: "dry_run is true or false." }).nullish(),
  })
  .transform((wire) => ({
    from: wire.from,
    to: wire.to,
    body: wire.body,
    scheduledAt: wire.scheduled_at ?? null,
    idempotencyKey: wire.idempotency_key ?? null,
    clientRef: wire.client_ref ?? null,
    validitySeconds: wire.validity ?? defaultValiditySeconds,
    isDryRun: wire.dry_run ?? false,
  }));

export type SendMessageInput = z.output<typeof SendMessageInput>;

const encoding = z.enum(["GSM-7", "UCS-2"]);

/** The answer to an accepted `POST /api/sms`. Key order is part of the promise: a replay is byte for byte. */
export const AcceptedMessage = z.object({
  message_id: z.string().nullable(),
  status: z.enum(["queued", "scheduled", "dry_run"]),
  from: z.string(),
  to: z.string(),
  segments: z.int(),
  encoding,
  credits: z.int(),
  scheduled_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  client_ref: z.string().nullable(),
  test: z.boolean(),
});

export type AcceptedMessage = z.infer<typeof AcceptedMessage>;

/** One line of a message's history. */
const MessageEventView = z.object({
  type: z.string(),
  at: z.iso.datetime(),
  source: z.string(),
  reason: z.string().nullable(),
  carrier_code: z.string().nullable(),
  operator: z.string().nullable(),
});

export type MessageEventView = z.infer<typeof MessageEventView>;

/** A message as the API and the panel show it. */
export const MessageView = z.object({
  message_id: z.string(),
  status: z.enum(messageStatuses),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  segments: z.int(),
  encoding,
  credits: z.int(),
  scheduled_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  sent_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  valid_until: z.iso.datetime(),
  client_ref: z.string().nullable(),
  idempotency_key: z.string().nullable(),
  wait_reason: z.string().nullable(),
  reason: z.string().nullable(),
  carrier: z.string().nullable(),
  carrier_code: z.string().nullable(),
  operator: z.string().nullable(),
  source: z.enum(["api", "panel"]),
  test: z.boolean(),
  webhook_state: z.enum(webhookStates),
});

export type MessageView = z.infer<typeof MessageView>;

/** A message with its history, oldest event first: `GET /api/sms/{message_id}`. */
export const MessageDetail = MessageView.extend({ events: z.array(MessageEventView) });

export type MessageDetail = z.infer<typeof MessageDetail>;

/** What the live stream of the panel pushes. */
export type LiveEvent =
  | { kind: "messages"; messages: MessageView[] }
  | { kind: "balance"; credits: number }
  | { kind: "refetch" };

function missing(sentence: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? sentence : "This must be text.";
}

/** ISO 8601 lets seconds and a zone's minutes be left out; zod's check, which knows the calendar, does not. */
function completeTime(value: string): string {
  return value
    .replace(/(T\d{2}:\d{2})(?=Z$|[+-])/, "$1:00")
    .replace(
      /(:\d{2}(?:\.\d+)?[+-]\d{2}):?(\d{2})?$/,
      (_all, start: string, minutes = "00") => `${start}:${minutes}`,
    );
}

function quote(value: string): string {
  const characters = [...value];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : value;
}
