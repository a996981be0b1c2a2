/** A message on its way to a carrier. `messageId` is stable over repeats: a carrier may dedupe on it. */
export interface Submission {
  messageId: string;
  from: string;
  to: string;
  body: string;
  segments: number;
  validUntil: Date;
}

/** What a carrier made of one submission. */
export type SubmitOutcome =
  | { kind: "accepted"; ref: string }
  /** Never going to work: the message fails with this reason. */
  | { kind: "refused"; reason: string; carrierCode: string | null }
  /** Not now: the message waits with this reason and is submitted again. */
  | { kind: "later"; reason: string; retryAfterMs: number };

/** The final states a receipt can report, and `sent` for the intermediate ones. */
export type ReceiptStatus = "sent" | "delivered" | "failed" | "expired" | "bounced";

/** A carrier's report in our words. `ref` is the carrier's own id of the message. */
export interface Receipt {
  ref: string;
  status: ReceiptStatus;
  at: Date | null;
  reason: string | null;
  carrierCode: string | null;
  operator: string | null;
  raw: unknown;
}

/** Where we hand messages to. Implementations say what they did; they never write our tables. */
export interface Carrier {
  name: string;
  /** Takes the same `messageId` twice and sends once, so a hand-over cut by a crash is simply repeated. */
  dedupes: boolean;
  /** One outcome per submission, in order. Throws only when nothing was handed over. */
  submit(batch: Submission[]): Promise<SubmitOutcome[]>;
}
