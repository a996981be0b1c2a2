import type { CampaignView } from "@/lib/campaigns/contract";
import type { MessageStatus } from "@/lib/messages/status";

/** What becomes of a person in a campaign: their message's status, or why they have no message. */
export type PartName = MessageStatus | "waiting" | "opted_out" | "not_sent";

export interface Part {
  name: PartName;
  count: number;
}

// From what is done to what is not.
const order: readonly PartName[] = [
  ...(["delivered", "sent", "unknown", "failed", "bounced", "expired", "opted_out"] as const),
  ...(["cancelled", "not_sent", "sending", "queued", "scheduled", "waiting"] as const),
];

const open: ReadonlySet<PartName> = new Set([
  ...(["waiting", "scheduled", "queued", "sending", "sent", "unknown"] as const),
]);

/** Everybody a campaign is for, by what became of them so far; only what occurs. Empty before the start. */
export function progressParts({ progress }: Pick<CampaignView, "progress">): Part[] {
  if (!progress) return [];
  const { waiting, opted_out, not_sent, statuses } = progress;
  const counts: Record<string, number> = { ...statuses, waiting, opted_out, not_sent };
  return order.flatMap((name) => {
    const count = counts[name] ?? 0;
    return count > 0 ? [{ name, count }] : [];
  });
}

/** How many people there are in all, and for how many nothing more can change. */
export function progressSum(parts: readonly Part[]): { people: number; ended: number } {
  const sum = (some: readonly Part[]) => some.reduce((total, { count }) => total + count, 0);
  return { people: sum(parts), ended: sum(parts.filter(({ name }) => !open.has(name))) };
}
