import { type Actor, demandPermission } from "../core/actor";
import { nothingEchoed } from "../core/echoed-contract";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { alarmBody } from "./alarm-body";
import { balanceBody } from "./balance-body";
import { campaignBody } from "./campaign-body";
import { type Exchange, TestEventInput } from "./contract";
import { eventBody } from "./event-body";
import {
  alarmEvent,
  balanceEvent,
  campaignEvent,
  factsOf,
  receivedEvent,
  type WebhookEvent,
} from "./event-contract";
import { findEndpoint, secretsOf } from "./find-endpoint";
import { postEvent } from "./post-event";
import { receivedBody } from "./received-body";
import { verificationBody } from "./verification-body";

interface Wanted {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`; `wanted` is a `TestEventInput` that nobody has checked. */
  input: { endpointId: string; wanted: unknown };
}

/**
 * Posts an event with sample data, marked `test`, to an endpoint and returns the exchange. The URL guard, the signature,
 * and the limits are those of a real event; it is sent once and is not logged. Throws invalid_request, not_found, and
 * forbidden without `manage_webhooks`.
 */
export async function sendTestEvent({ actor, input }: Wanted): Promise<Exchange> {
  demandPermission(actor, "manage_webhooks");
  const { event } = parseInput(TestEventInput, input.wanted);
  const endpoint = await findEndpoint(actor, input.endpointId);
  const eventId = newId();
  const body = sampleBody(event, eventId);
  const { exchange } = await postEvent({
    url: endpoint.url,
    secrets: secretsOf(endpoint),
    eventId: publicId("evt", eventId),
    body,
  });
  return exchange;
}

const sampleAlarm = {
  carrier: "sample",
  alarm: "carrier_unauthorized",
  status: "open",
  summary: "This is a test: no carrier is in trouble.",
} as const;

const sampleEnd = {
  name: "Sample",
  status: "finished",
  people: 3,
  statuses: { delivered: 2, failed: 1 },
  optedOut: 0,
  notSent: 0,
  credits: { reserved: 3, charged: 3, refunded: 0 },
  test: true,
} as const;

const sampleBalance = { balance: 19, belowCredits: 20, belowDays: null, test: true };

const sampleVerification = { clientRef: null, test: true };

function sampleBody(event: WebhookEvent, eventId: string): string {
  const at = new Date();
  const phone = "48732129000";
  if (event === alarmEvent) return alarmBody(eventId, { ...sampleAlarm, since: at });
  if (event === campaignEvent) {
    return campaignBody(eventId, { ...sampleEnd, campaignId: newId(), endedAt: at });
  }
  if (event === balanceEvent) return balanceBody(eventId, { ...sampleBalance, since: at });
  if (event === "verification.approved" || event === "verification.expired") {
    const status = event === "verification.approved" ? "approved" : "expired";
    return verificationBody(eventId, { ...sampleVerification, id: newId(), status, endedAt: at });
  }
  if (event === receivedEvent) {
    return receivedBody({
      inboundId: eventId,
      from: phone,
      to: "48500100200",
      body: "Thanks!",
      receivedAt: at,
      keyword: null,
      inReplyTo: null,
      test: true,
    });
  }
  return eventBody({
    eventId,
    type: event,
    at,
    messageId: newId(),
    to: phone,
    from: "Depesza",
    operator: null,
    segments: 1,
    reason: factsOf(event).reason,
    ...nothingEchoed,
    idempotencyKey: null,
    test: true,
  });
}
