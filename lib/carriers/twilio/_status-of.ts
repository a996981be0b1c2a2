import type { ReceiptStatus } from "../carrier";

interface Ending {
  status: ReceiptStatus;
  reason: string | null;
}

/** What Twilio's words for a message mean; null while it is only on its way to the network. */
const statuses: ReadonlyMap<string, ReceiptStatus | null> = new Map([
  ["accepted", null],
  ["scheduled", null],
  ["queued", null],
  ["sending", null],
  ["sent", "sent"],
  ["partially_delivered", "sent"],
  ["delivered", "delivered"],
  ["read", "delivered"],
  ["undelivered", "failed"],
  ["failed", "failed"],
  ["canceled", "failed"],
]);

/** Why a message was not delivered (twilio.com/docs/api/errors). Codes of the product's own where it has one. */
const endings: ReadonlyMap<string, Ending> = new Map([
  ["30001", { status: "failed", reason: "Too many messages of this sender were waiting." }],
  ["30002", { status: "failed", reason: "The account at the carrier is suspended." }],
  ["30003", { status: "failed", reason: "The phone is off, or has no signal." }],
  ["30004", { status: "failed", reason: "The network or the recipient blocks this message." }],
  ["30005", { status: "bounced", reason: "unknown_subscriber" }],
  ["30006", { status: "bounced", reason: "The number is a landline or can't be reached." }],
  ["30007", { status: "failed", reason: "The network filtered it as spam." }],
  ["30008", { status: "failed", reason: "The network gave no reason." }],
  ["30032", { status: "failed", reason: "The toll-free sender is not verified." }],
  ["30034", { status: "failed", reason: "The sender is not registered with US networks." }],
  ["30036", { status: "expired", reason: "not_delivered_in_time" }],
]);

/** Where a message stands by Twilio's status and error code; null for nothing new, undefined for an unknown status. */
export function statusOf(word: string, code: string | undefined): Ending | null | undefined {
  const status = statuses.get(word);
  if (status !== "failed") return status ? { status, reason: null } : status;
  return endings.get(code ?? "") ?? { status, reason: null };
}
