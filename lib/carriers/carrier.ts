/** A message on its way to a carrier. `messageId` is stable over repeats: a carrier may dedupe on it. */
export interface Submission {
  messageId: string;
  from: string;
  to: string;
  body: string;
  segments: number;
  validUntil: Date;
  /** When a carrier that may have taken it was first asked; the same over repeats. */
  offeredAt: Date;
}

/** Why messages wait for a carrier, in the words of their rows. */
type HoldReason =
  | "carrier_busy"
  | "carrier_down"
  | "carrier_throttled"
  | "carrier_unauthorized"
  | "carrier_out_of_credits";

/** Trouble on the carrier's side. It uses up no try, and no message fails of it before its validity ends. */
export interface Hold {
  kind: "hold";
  reason: HoldReason;
  /** What the carrier said or what went wrong, for the administrator. */
  detail: string;
  /** When asking again makes sense; null when the carrier did not say. */
  retryAfterMs: number | null;
  /** Whether it is about this message or about all that go to this carrier. */
  scope: "message" | "carrier";
  /** The carrier may have taken the message all the same, so it has to be asked the very same again. */
  maybeTaken: boolean;
}

/** What a carrier made of one submission. */
export type SubmitOutcome =
  | { kind: "accepted"; ref: string }
  /** Never going to work: the message fails with this reason. */
  | { kind: "refused"; reason: string; carrierCode: string | null }
  /** The carrier asks to be asked again: the message waits with this reason and has used a try. */
  | { kind: "later"; reason: string; retryAfterMs: number }
  | Hold
  /** Not handed over at all, so it keeps its place; with a reason when others were held. */
  | { kind: "unasked"; reason: HoldReason | null };

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
  /** Most submissions at once; few enough to be answered within a lease. */
  batchSize: number;
  /** One outcome per submission, in order. Throws only when nothing was handed over. */
  submit(batch: Submission[]): Promise<SubmitOutcome[]>;
}
