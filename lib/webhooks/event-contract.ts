interface EventFacts {
  summary: string;
  /** What its `…_at` is. */
  time: string;
  /** The reason in examples and test events; null for an event that never has one. */
  reason: string | null;
}

/** The events an endpoint can get, in the order they are documented: what they are about, and what happened. */
const facts = {
  "sms.delivered": {
    summary: "A message was delivered",
    time: "When it was delivered.",
    reason: null,
  },
  "sms.failed": {
    summary: "A message failed",
    time: "When it failed.",
    reason: "carrier_rejected",
  },
  "sms.expired": {
    summary: "A message was not delivered within its validity",
    time: "When its validity ended.",
    reason: "not_delivered_in_time",
  },
  "sms.bounced": {
    summary: "A number is inactive or cannot be reached",
    time: "When it bounced.",
    reason: "unknown_subscriber",
  },
  "sms.received": {
    summary: "A phone sent a message",
    time: "When it was received.",
    reason: null,
  },
  "campaign.finished": {
    summary: "A campaign is over",
    time: "When its last message reached a final status.",
    reason: null,
  },
  "verification.approved": {
    summary: "The right code of a verification was checked",
    time: "When it was checked.",
    reason: null,
  },
  "verification.expired": {
    summary: "The time of a verification was over before its code was checked",
    time: "When its time was over.",
    reason: null,
  },
  "balance.low": {
    summary: "The balance of an account has become low",
    time: "When it became low.",
    reason: null,
  },
  "carrier.alarm": {
    summary: "A carrier accepts no messages, messages have no route, or something else is wrong",
    time: "Since when it is so.",
    reason: "carrier_unauthorized",
  },
} satisfies Record<string, EventFacts>;

export type WebhookEvent = keyof typeof facts;

export const webhookEvents = Object.keys(facts) as [WebhookEvent, ...WebhookEvent[]];

/** What the documents and examples say of an event. */
export function factsOf(event: WebhookEvent): EventFacts {
  return facts[event];
}

/** The one event about a message from a phone; the others about messages are about those to one. */
export const receivedEvent = "sms.received" satisfies WebhookEvent;

/** The one event about a campaign. */
export const campaignEvent = "campaign.finished" satisfies WebhookEvent;

/** The events about a verification. */
export const verificationEvents = ["verification.approved", "verification.expired"] as const;

/** The one event about an account's credits: only for live endpoints, as test messages spend none. */
export const balanceEvent = "balance.low" satisfies WebhookEvent;

/** The one event about the installation: for live endpoints of its administrators' accounts alone. */
export const alarmEvent = "carrier.alarm" satisfies WebhookEvent;

/** The events about a message, sent or received. */
export const messageEvents = webhookEvents.filter((event) => event.startsWith("sms."));

/** The events of an account's own: every account can subscribe to them, and does by default. */
export const accountEvents = webhookEvents.filter((event) => event !== alarmEvent);

/** Whether an event is about no message: its delivery keeps its body. */
export function isAboutNoMessage(event: string): boolean {
  const events: readonly string[] = [
    ...verificationEvents,
    alarmEvent,
    campaignEvent,
    balanceEvent,
  ];
  return events.includes(event);
}

/** What an event says happened, and the name of its time if it is a status: `delivered` for `sms.delivered`. */
export function statusOf(event: WebhookEvent): string {
  return event.slice(event.indexOf(".") + 1);
}
