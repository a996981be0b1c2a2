import type { ReceiptStatus } from "../carrier";

interface Ending {
  status: ReceiptStatus;
  reason: string | null;
}

/** What Vonage's words for a part mean. */
const statuses: ReadonlyMap<string, ReceiptStatus> = new Map([
  ["accepted", "sent"],
  ["buffered", "sent"],
  // No news from the network, which is no bad news.
  ["unknown", "sent"],
  ["delivered", "delivered"],
  ["expired", "expired"],
  ["failed", "failed"],
  ["undelivered", "failed"],
  ["rejected", "failed"],
]);

/** Why a part was not delivered, by `err-code` (developer.vonage.com, delivery receipts, error codes). */
const endings: ReadonlyMap<string, Ending> = new Map([
  ["1", { status: "failed", reason: "The network gave no reason." }],
  ["2", { status: "failed", reason: "The phone can't be reached at the moment." }],
  ["3", { status: "bounced", reason: "unknown_subscriber" }],
  ["4", { status: "bounced", reason: "The recipient is barred from messages." }],
  ["5", { status: "failed", reason: "The number moved to another network, which went wrong." }],
  ["6", { status: "failed", reason: "The network filtered it as spam." }],
  ["7", { status: "failed", reason: "The phone was busy." }],
  ["8", { status: "failed", reason: "The network had a fault." }],
  ["9", { status: "bounced", reason: "The recipient has opted out of messages." }],
  ["10", { status: "failed", reason: "The network does not accept this message." }],
  ["11", { status: "failed", reason: "There is no route to the number." }],
  ["12", { status: "bounced", reason: "The number can't be reached." }],
  ["13", { status: "failed", reason: "The recipient's age does not allow it." }],
  ["14", { status: "bounced", reason: "The network blocks messages to this number." }],
  ["15", { status: "failed", reason: "The recipient has no prepaid credit left." }],
  ["99", { status: "failed", reason: "The network gave no reason." }],
]);

/** Where a part stands by Vonage's status and error code; undefined for an unknown status. */
export function statusOf(word: string, code: string | undefined): Ending | undefined {
  const status = statuses.get(word.toLowerCase());
  if (status === "expired") return { status, reason: "not_delivered_in_time" };
  if (status !== "failed") return status && { status, reason: null };
  return endings.get(code ?? "") ?? { status, reason: null };
}
