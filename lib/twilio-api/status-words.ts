/** The words that Twilio has for where a message stands, as far as an SMS sent by the API can be there. */
type StatusWord =
  | ("scheduled" | "queued" | "sending" | "sent" | "delivered")
  | ("undelivered" | "failed" | "canceled");

interface MessageState {
  /** Ours, or how an event calls it. */
  status: string;
  /** A carrier had taken the message. */
  wasSent: boolean;
}

const words: ReadonlyMap<string, StatusWord> = new Map([
  ["scheduled", "scheduled"],
  ["queued", "queued"],
  ["sending", "sending"],
  // The carrier may have it.
  ["unknown", "sending"],
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["cancelled", "canceled"],
]);

/** Where a message stands in Twilio's words: what was sent and did not arrive is undelivered, what was not sent failed. */
export function statusWordOf({ status, wasSent }: MessageState): StatusWord {
  return words.get(status) ?? (wasSent ? "undelivered" : "failed");
}

interface Ending {
  code: number;
  message: string;
}

const unknownError: Ending = { code: 30008, message: "Unknown error" };
const blocked: Ending = { code: 30007, message: "Message filtered" };

/** Twilio's codes for our reasons (twilio.com/docs/api/errors). */
const endings: ReadonlyMap<string, Ending> = new Map([
  ["unknown_subscriber", { code: 30005, message: "Unknown destination handset" }],
  ["not_delivered_in_time", { code: 30003, message: "Unreachable destination handset" }],
  ["not_sent_in_time", { code: 30036, message: "Validity period expired" }],
  ["carrier_rejected", blocked],
  ["sender_not_allowed", blocked],
  ["opted_out", { code: 21610, message: "Attempt to send to unsubscribed recipient" }],
]);

const landline: Ending = { code: 30006, message: "Landline or unreachable carrier" };

/** Why a message did not arrive, as Twilio numbers and words it; null for one that did, or may still. */
export function errorOf(state: MessageState, reason: string | null): Ending | null {
  const word = statusWordOf(state);
  if (word !== "undelivered" && word !== "failed") return null;
  const known = reason === null ? undefined : endings.get(reason);
  return known ?? (state.status === "bounced" ? landline : unknownError);
}
