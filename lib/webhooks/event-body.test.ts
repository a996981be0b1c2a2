import { expect, test } from "vitest";
import { alarmBody } from "./alarm-body";
import { balanceBody } from "./balance-body";
import { campaignBody } from "./campaign-body";
import { eventSchema } from "./contract";
import { eventBody } from "./event-body";
import {
  alarmEvent,
  balanceEvent,
  campaignEvent,
  receivedEvent,
  webhookEvents,
} from "./event-contract";
import { receivedBody } from "./received-body";
import { verificationBody } from "./verification-body";

const facts = {
  eventId: "019e2c0f-4c3b-7c43-9d6d-0d7ad1d8a001",
  at: new Date("2026-05-15T14:23:47.291Z"),
  messageId: "019e2c0f-0000-7c43-9d6d-0d7ad1d8a002",
  to: "48732129000",
  from: "YourBrand",
  operator: "Orange Polska",
  segments: 1,
  reason: "unknown_subscriber",
  clientRef: "order 17",
  metadata: { order: 17 },
  idempotencyKey: null,
  test: false,
};

const received = {
  inboundId: facts.eventId,
  from: facts.to,
  to: "48500100200",
  body: "Thanks!",
  receivedAt: facts.at,
  keyword: null,
  inReplyTo: facts.messageId,
  test: false,
};

const alarm = {
  ...{ carrier: null, alarm: "no_route", status: "open" as const, since: facts.at },
  summary: "2 messages wait.",
};

const end = {
  ...{ campaignId: facts.messageId, name: "May sale", endedAt: facts.at },
  ...{ people: 1, statuses: { delivered: 1 }, optedOut: 0, notSent: 0, test: false },
  status: "finished" as const,
  credits: { reserved: 1, charged: 1, refunded: 0 },
};

const low = { balance: 19, belowCredits: 20, belowDays: null, since: facts.at, test: false };

const verification = { id: facts.messageId, endedAt: facts.at, clientRef: null, test: false };

function bodyOf(type: string): string {
  if (type === balanceEvent) return balanceBody(facts.eventId, low);
  if (type === campaignEvent) return campaignBody(facts.eventId, end);
  if (type.startsWith("verification.")) {
    const status = type === "verification.approved" ? "approved" : "expired";
    return verificationBody(facts.eventId, { ...verification, status });
  }
  if (type === alarmEvent) return alarmBody(facts.eventId, alarm);
  return type === receivedEvent ? receivedBody(received) : eventBody({ ...facts, type });
}

test.each(webhookEvents)(
  "the body of %s is its contract, member for member and in order",
  (type) => {
    const schema = eventSchema(type);
    const body: unknown = JSON.parse(bodyOf(type));
    expect(() => schema.strict().parse(body)).not.toThrow();
    expect(Object.keys(body as object)).toEqual(Object.keys(schema.shape));
  },
);

test("it begins with the documented members and says the same bytes each time", () => {
  const body = eventBody({ ...facts, type: "sms.delivered" });
  expect(body).toMatch(
    /^\{"event":"sms\.delivered","message_id":"msg_\w{26}","to":"48732129000","delivered_at":"2026-05-15T14:23:47\.291Z","operator":"Orange Polska","segments":1,"id":"evt_\w{26}","timestamp":"2026-05-15T/,
  );
  expect(body).toContain('"reason":null');
  expect(eventBody({ ...facts, type: "sms.delivered" })).toBe(body);
});
