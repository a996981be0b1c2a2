import { echoedNames } from "../core/echoed-contract";
import { jsonIn } from "../core/json-in";
import { readMetadata } from "../core/metadata";
import { campaignEvent, messageEvents, statusOf } from "./event-contract";

/** The members of an event's body in the order they are sent; a receiver's JSON library may sort them. */
const order = [
  ...[
    "event",
    "message_id",
    "verification_id",
    "carrier",
    "alarm",
    ...["balance", "threshold", "threshold_days"],
    "since",
    "to",
    ...messageEvents.map((event) => `${statusOf(event)}_at`),
    "approved_at",
  ],
  ...["operator", "segments", "id", "timestamp", "from", "body", "keyword", "in_reply_to"],
  ...["status", "reason", "summary", "topup_url"],
  ...[...echoedNames, "idempotency_key", "test", "operator_source"],
];

/** The same of `campaign.finished`, which has some of their names at other places. */
const campaignOrder = [
  ...["event", "campaign_id", "name", "status", "ended_at", "people", "statuses", "opted_out"],
  ...["not_sent", "credits", "id", "timestamp", "test"],
];

/** What was probably sent, given what a receiver made of it: white space, escapes and order undone. */
export function bodyVariants(body: string): string[] {
  const trimmed = body.replace(/^\uFEFF/, "").trim();
  const parsed = parseObject(trimmed);
  if (!parsed) return [trimmed];
  return [trimmed, JSON.stringify(parsed), JSON.stringify(inOrder(parsed))];
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = jsonIn(text);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  const names = value["event"] === campaignEvent ? campaignOrder : order;
  const known = names.filter((name) => Object.hasOwn(value, name));
  const rest = Object.keys(value).filter((name) => !names.includes(name));
  const members = [...known, ...rest].map((name) => [name, value[name]] as const);
  const read = readMetadata(value["metadata"]);
  const ordered = Object.fromEntries(members);
  return "metadata" in read ? { ...ordered, metadata: read.metadata } : ordered;
}
