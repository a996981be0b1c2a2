import { publicId } from "../core/ids";
import { recordedAt } from "./event-body";
import { campaignEvent } from "./event-contract";

/** How a campaign ended. */
export interface CampaignEnd {
  campaignId: string;
  name: string;
  status: "finished" | "cancelled";
  endedAt: Date;
  /** People it was started for, and how many messages have each status. */
  people: number;
  statuses: Record<string, number>;
  optedOut: number;
  notSent: number;
  credits: { reserved: number; charged: number; refunded: number };
  test: boolean;
}

/**
 * The body of `campaign.finished` as it is signed and posted: counts, and nothing of a recipient. What is inside a member
 * is in alphabetical order, so that a JSON library that sorts leaves it alone.
 */
export function campaignBody(eventId: string, end: CampaignEnd): string {
  const { campaignId, name, status, endedAt, people, statuses, optedOut, notSent } = end;
  return JSON.stringify({
    event: campaignEvent,
    campaign_id: publicId("cmp", campaignId),
    name,
    status,
    ended_at: endedAt.toISOString(),
    people,
    statuses: Object.fromEntries(Object.entries(statuses).sort()),
    opted_out: optedOut,
    not_sent: notSent,
    credits: Object.fromEntries(Object.entries(end.credits).sort()),
    id: publicId("evt", eventId),
    timestamp: recordedAt(eventId).toISOString(),
    test: end.test,
  });
}
