/** A message on its way to a carrier. `messageId` is stable over retries: a carrier may dedupe on it. */
export interface Submission {
  messageId: string;
  from: string;
  to: string;
  body: string;
  segments: number;
  validUntil: Date;
  /** When a carrier that may have taken it got the first request; the same over retries. */
  offeredAt: Date;
}

/** Why messages wait for a carrier, in the words of their rows. */
type HoldReason =
  | "carrier_busy"
  | "carrier_error"
  | "carrier_down"
  | "carrier_throttled"
  | "carrier_unauthorized"
  | "carrier_out_of_credits";

/** A failed attempt that is retried: no message fails because of it before its validity ends. */
export interface Hold {
  kind: "hold";
  reason: HoldReason;
  /** What the carrier said or what went wrong, for the administrator. */
  detail: string;
  /** The carrier's `Retry-After`; null if it named no time. */
  retryAfterMs: number | null;
  /**
   * What it says about the carrier. `message`: nothing, the carrier is well. `attempt`: one failure, which counts
   * in the failure rate. `carrier`: a failure that any message would meet, so a few are enough. `pause`: the
   * carrier wants no message at all for a while.
   */
  scope: "message" | "attempt" | "carrier" | "pause";
  /** The carrier may have taken the message all the same, so the very same request has to be repeated. */
  maybeTaken: boolean;
}

/** What a carrier made of one submission. */
export type SubmitOutcome =
  | { kind: "accepted"; ref: string }
  /** Never going to work: the message fails with this reason. */
  | { kind: "refused"; reason: string; carrierCode: string | null }
  /** The carrier wants a retry: the message waits with this reason. */
  | { kind: "later"; reason: string; retryAfterMs: number }
  | Hold
  /** Not sent at all, so it keeps its place; with a reason if the carrier is in trouble. */
  | { kind: "skipped"; reason: HoldReason | null };

/** No response yet. Nobody has to wait for it: the outcome comes within the lease and never rejects. */
interface Pending {
  kind: "pending";
  outcome: Promise<SubmitOutcome>;
}

/** An outcome, or the promise of one. */
export type Submitted = SubmitOutcome | Pending;

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
  /** Takes the same `messageId` twice and sends once, so a submission cut short by a crash is simply repeated. */
  dedupes: boolean;
  /** Most submissions at once; few enough for all responses to come within a lease. */
  batchSize: number;
  /** One outcome per submission, in order. Throws only if nothing was sent. */
  submit(batch: Submission[]): Promise<Submitted[]>;
}
