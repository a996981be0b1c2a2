/** One report the simulator will make about a message. */
export interface ScriptedReport {
  afterMs: number;
  event: "sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sent";
  reason?: string;
}

/** How the simulator treats a number. */
export interface Script {
  /** Temporary refusals before it takes the message. */
  refusals: number;
  /** Reports before it has answered the submit. */
  early: boolean;
  reports: ScriptedReport[];
  /** What the phone answers after it got the message. */
  reply?: string;
}

const defaultDelayMs = 1000;
/** A phone answers when it has the message, and its receipt has come. */
export const replyDelayMs = 1500;

/** The test numbers of the docs; every other number is delivered after about a second. */
export function scriptFor(to: string): Script {
  return scripts[to] ?? delivered(defaultDelayMs);
}

const scripts: Record<string, Script> = {
  "48500000002": ends("sms.failed", "carrier_rejected"),
  "48500000003": ends("sms.expired", "not_delivered_in_time"),
  "48500000004": ends("sms.bounced", "unknown_subscriber"),
  "48500000005": delivered(30_000),
  "48500000006": { ...delivered(defaultDelayMs), refusals: 2 },
  "48500000007": { refusals: 0, early: false, reports: [] },
  "48500000008": { ...delivered(0), early: true },
  "48500000009": { refusals: 0, early: false, reports: shuffledThrice() },
  "48500000010": { ...delivered(defaultDelayMs), reply: "Thanks!" },
  "48500000011": { ...delivered(defaultDelayMs), reply: "STOP" },
};

function delivered(afterMs: number): Script {
  return { refusals: 0, early: false, reports: [{ afterMs, event: "sms.delivered" }] };
}

function ends(event: ScriptedReport["event"], reason: string): Script {
  return { refusals: 0, early: false, reports: [{ afterMs: defaultDelayMs, event, reason }] };
}

/** Two receipts, three times each, with the intermediate ones also behind the final one. */
function shuffledThrice(): ScriptedReport[] {
  const order = [
    "sent",
    "sms.delivered",
    "sms.delivered",
    "sent",
    "sms.delivered",
    "sent",
  ] as const;
  return order.map((event, place) => ({ afterMs: defaultDelayMs + place * 50, event }));
}
