import { z } from "zod";
import { periodFields } from "../core/iso-time";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { storableText } from "../core/storable-text";
import { CalendarDay } from "../core/storable-time";
import { isTimeZone } from "../core/time-zone";
import { worded } from "../core/worded";
import { activitySentences } from "./sentences";

/**
 * What is recorded, each with the kind of thing that it is done to. A verb that changes something records one of these in
 * its own transaction. Sending single messages is none: the message log is their record.
 */
export const activityActions = {
  "sign_in.succeeded": "user",
  "sign_in.failed": "user",
  "session.ended": "user",
  "password.changed": "user",
  "password.reset": "user",
  "email.changed": "user",
  "two_step.enabled": "user",
  "two_step.disabled": "user",
  "two_step.codes_renewed": "user",
  "passkey.added": "user",
  "passkey.removed": "user",
  "person.invited": "user",
  "person.invitation_revoked": "user",
  "person.joined": "user",
  "person.role_changed": "user",
  "person.removed": "user",
  "account.created": "account",
  "account.closed": "account",
  "account.reopened": "account",
  "account.erased": "account",
  "account.suspended": "account",
  "account.unsuspended": "account",
  "account.limits_changed": "account",
  "account.viewed": "account",
  "account.admin_granted": "account",
  "account.admin_revoked": "account",
  "settings.changed": "account",
  "export.downloaded": "file",
  "token.created": "token",
  "token.updated": "token",
  "token.rotated": "token",
  "token.revoked": "token",
  "endpoint.created": "endpoint",
  "endpoint.updated": "endpoint",
  "endpoint.enabled": "endpoint",
  "endpoint.disabled": "endpoint",
  "endpoint.deleted": "endpoint",
  "endpoint.secret_revealed": "endpoint",
  "endpoint.secret_rotated": "endpoint",
  "deliveries.replayed": "endpoint",
  "credits.granted": "credits",
  "credits.bought": "credits",
  "credits.reversed": "credits",
  "campaign.changed": "campaign",
  "campaign.started": "campaign",
  "campaign.paused": "campaign",
  "campaign.resumed": "campaign",
  "campaign.cancelled": "campaign",
  "campaign.deleted": "campaign",
  "template.created": "template",
  "template.updated": "template",
  "template.deleted": "template",
  "contact.deleted": "contact",
  "contacts.imported": "contact",
  "group.created": "group",
  "group.renamed": "group",
  "group.deleted": "group",
  "opt_out.added": "number",
  "opt_out.removed": "number",
  "opt_outs.imported": "number",
  "recipient.erased": "number",
  "number.added": "number",
  "number.removed": "number",
  "sender_name.requested": "sender_name",
  "sender_name.approved": "sender_name",
  "sender_name.rejected": "sender_name",
  "sender_name.removed": "sender_name",
  "message.settled": "message",
  "carrier.drained": "carrier",
  "carrier.enabled": "carrier",
  "queue.retried": "carrier",
  "receipts.discarded": "receipt",
} as const;

export type ActivityAction = keyof typeof activityActions;

export type TargetKind = (typeof activityActions)[ActivityAction];

export const actionNames = Object.keys(activityActions) as ActivityAction[];

/** What an event may say of before and after. Closed, so that each has words and no text of a message finds a place. */
export type FactName =
  | ("name" | "email" | "role" | "status" | "reason" | "mode" | "scopes" | "cidrs" | "expires_at")
  | ("grace_hours" | "url" | "description" | "events" | "credits" | "balance" | "note" | "until")
  | ("people" | "rate" | "scheduled_at" | "quiet_hours" | "decision" | "carrier" | "format")
  | ("step" | "sessions" | "time_zone" | "language" | "default_country" | "below_credits")
  | ("below_days" | "sender" | "added" | "merged" | "known" | "rejected" | "messages" | "received")
  | ("rows" | "deliveries" | "erase_after" | "admin" | "text" | "requests_per_second")
  | ("daily_limit" | "requests_per_minute" | "messages_per_minute" | "browser" | "receipts")
  | ("buyer_name" | "buyer_address" | "tax_id")
  | ("text_days" | "event_days" | "attempt_days" | "passkeys")
  | ("stopped_range" | "code_countries");

export type Fact = string | number | boolean | null | readonly string[];

export type Facts = { [Name in FactName]?: Fact | undefined };

/** Who acts: a person of the account, a token, an administrator of the installation, the operator, or nobody. */
export const actorKinds = ["user", "token", "admin", "operator", "system"] as const;

export type ActorKind = (typeof actorKinds)[number];

const StoredFacts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .nullable();

/** An event as the API and the dashboard show it. */
export const ActivityView = z.object({
  activity_id: z
    .string()
    .meta({ description: "ID of the event.", examples: ["act_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
  at: z.iso.datetime().meta({ description: "When it happened." }),
  action: z.enum(actionNames).meta({ description: "What was done." }),
  actor: z.object({
    type: z.enum(actorKinds).meta({
      description:
        "`user`: a person of the account. `admin`: an administrator of the installation. `operator`: its command line. `system`: Depesza itself.",
    }),
    token_id: z.string().nullable().meta({ description: "The token, if one acted." }),
    name: z.string().nullable().meta({
      description: "Email of the person or name of the token at that time. Null for all others.",
    }),
  }),
  ip_address: z.string().nullable().meta({ description: "Where the request came from." }),
  user_agent: z.string().nullable().meta({ description: "The browser, for a person." }),
  target: z.object({
    type: z.string().meta({ description: "What it was done to.", examples: ["token"] }),
    id: z
      .string()
      .nullable()
      .meta({ description: "Its ID.", examples: ["tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
    name: z
      .string()
      .nullable()
      .meta({ description: "What it was called at that time.", examples: ["Web shop"] }),
  }),
  before: StoredFacts.meta({ description: "What it was before. Never a secret or a text." }),
  after: StoredFacts.meta({ description: "What it was afterwards. Never a secret or a text." }),
});

export type ActivityView = z.infer<typeof ActivityView>;

const { wrongTime, wrongAction } = activitySentences;
/** An email may have 254 characters. */
const maxActorLength = 254;

const Who = limitedText(maxActorLength)
  .transform((text) => storableText(text).trim())
  .optional();

/** The query of `GET /api/activity`. Every filter may be left out; those given all have to hold. */
export const ListActivityQuery = z.object({
  action: z
    .enum(actionNames, worded(wrongAction))
    .optional()
    .meta({ description: "Only this action.", examples: ["token.created"] }),
  actor: Who.meta({
    description: "An email, the name of a token, or part of one.",
    examples: ["anna@example.com"],
  }),
  ...periodFields({ wrong: wrongTime }),
  ...pageFields({ with: "the same filters" }),
});

export type ListActivityQuery = z.output<typeof ListActivityQuery>;

const Day = CalendarDay.optional().catch(undefined);

/** The filters of the page, in its address. Invalid values are ignored. */
export const ActivityFilter = z.object({
  action: z.enum(actionNames).optional().catch(undefined),
  actor: Who.catch(undefined),
  /** The administrator's: `acc_…`, or the email of one of its people. */
  account: Who.catch(undefined),
  /** First and last day, in `zone`. */
  since: Day,
  until: Day,
  /** The reader's time zone; UTC if absent. */
  zone: limitedText(64).refine(isTimeZone).optional().catch(undefined),
  cursor: limitedText(64).optional().catch(undefined),
});

export type ActivityFilter = z.output<typeof ActivityFilter>;
