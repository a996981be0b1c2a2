import type { MessageStatus } from "@/lib/messages/status";

interface StatusWords {
  word: string;
  /** What it means, in a sentence for someone who sent one message. */
  meaning: string;
  tone: "ok" | "bad" | "warn" | "info" | "mute";
}

/** How each state is called and coloured on every screen. */
export const statusWords: Record<MessageStatus, StatusWords> = {
  scheduled: { word: "Scheduled", meaning: "Waits for its time.", tone: "info" },
  queued: { word: "Queued", meaning: "Accepted, next to be handed to the carrier.", tone: "mute" },
  sending: { word: "Sending", meaning: "Being handed to the carrier.", tone: "mute" },
  sent: { word: "Sent", meaning: "The carrier has it; no delivery report yet.", tone: "info" },
  unknown: {
    word: "Unsettled",
    meaning: "Handed over as a process stopped; the carrier's report will settle it.",
    tone: "warn",
  },
  delivered: { word: "Delivered", meaning: "The handset has it.", tone: "ok" },
  failed: { word: "Failed", meaning: "The carrier or operator refused it.", tone: "bad" },
  expired: { word: "Expired", meaning: "Not delivered within its validity.", tone: "warn" },
  bounced: { word: "Bounced", meaning: "The number is inactive or unreachable.", tone: "bad" },
  cancelled: {
    word: "Cancelled",
    meaning: "Stopped before it left; its credits came back.",
    tone: "mute",
  },
};

const reasons: Record<string, string> = {
  carrier_rejected: "the carrier refused it",
  carrier_down: "the carrier cannot be reached",
  carrier_busy: "the carrier is busy",
  carrier_throttled: "the carrier takes no more for the moment",
  carrier_unauthorized: "the carrier does not accept this installation's token",
  carrier_out_of_credits: "this installation's credits at the carrier are used up",
  carrier_silent: "the carrier did not answer",
  unknown_subscriber: "nobody has this number",
  not_delivered_in_time: "the carrier could not deliver it in time",
  not_sent_in_time: "it could not be handed over in time",
  no_receipt: "no delivery report came within its validity",
  worker_lost: "the process sending it stopped; another one takes it up",
  rate: "the carrier's rate is used up for the moment",
  window: "the carrier has as many messages in hand as it takes",
};

/** A reason code in plain words; an unknown code as it is, with its underscores as spaces. */
export function reasonWords(code: string): string {
  return reasons[code] ?? code.replaceAll("_", " ");
}

/** "1 credit", "3 segments". */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
