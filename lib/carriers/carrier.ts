import type { z } from "zod";
import type { Tx } from "../core/db";

/** A message on its way to a carrier. `messageId` is stable over retries: a carrier may dedupe on it. */
export interface Submission {
  messageId: string;
  from: string;
  to: string;
  body: string;
  segments: number;
  validUntil: Date;
  /** Its text is not to be stored, so nothing that may repeat it is either. */
  isTextPrivate?: boolean;
  /** When a carrier that may have taken it got the first request; the same over retries. */
  offeredAt: Date;
}

/** Why messages wait for a carrier, in the words of their rows. */
type RequeueReason =
  | "carrier_busy"
  | "carrier_error"
  | "carrier_down"
  | "carrier_throttled"
  | "carrier_unauthorized"
  | "carrier_out_of_credits";

/** A failed attempt that is retried: no message fails because of it before its validity ends. */
export interface Requeue {
  kind: "requeue";
  reason: RequeueReason;
  /** What the carrier said or what went wrong, for the administrator. */
  detail: string;
  unquoted?: string;
  /** The carrier's `Retry-After`; null if it named no time. */
  retryAfterMs: number | null;
  /**
   * What it says about the carrier. `message`: nothing, the carrier is well. `attempt`: one failure, which counts
   * in the failure rate. `carrier`: a failure that any message would meet, so a few are enough. `pause`: the
   * carrier wants no message at all for a while.
   */
  scope: "message" | "attempt" | "carrier" | "pause";
  /** The carrier may have taken the message all the same, so the very same request has to be repeated. */
  mayBeAccepted: boolean;
}

/**
 * What a carrier made of one submission. Where its reason or detail has words of the carrier's, which may repeat the text,
 * `unquoted` is what is said in their place of a message whose text is not to be stored.
 */
export type SubmitOutcome =
  /** `parts`: the carrier's IDs of the parts, where it reports each by itself. `raw`: its response, for the history. */
  | { kind: "accepted"; ref: string; parts?: string[]; raw?: unknown }
  /** Never going to work: the message fails with this reason, or bounces because of its number. */
  | {
      kind: "refused";
      reason: string;
      unquoted?: string;
      carrierCode: string | null;
      status?: "failed" | "bounced";
    }
  /** The carrier may have taken it, and repeating the request might send it twice. */
  | { kind: "ambiguous"; detail: string; unquoted?: string }
  /** The carrier wants a retry: the message waits with this reason. */
  | { kind: "later"; reason: string; retryAfterMs: number }
  | Requeue
  /** Not sent at all, so it keeps its place; with a reason if the carrier is in trouble. */
  | { kind: "skipped"; reason: RequeueReason | null };

/** No response yet. Nobody has to wait for it: the outcome comes within the lease and never rejects. */
interface Pending {
  kind: "pending";
  outcome: Promise<SubmitOutcome>;
}

/** An outcome, or the promise of one. */
export type Submitted = SubmitOutcome | Pending;

/** The final states a receipt can report, and `sent` for the intermediate ones. */
export type ReceiptStatus = "sent" | "delivered" | "failed" | "expired" | "bounced";

/** A carrier's report in our words. `ref` is the carrier's own id of the message, or of one of its parts. */
export interface Receipt {
  ref: string;
  /** What tells the receipts of one message's parts apart where their `ref` does not. */
  part?: string;
  /**
   * Our ID of the message, where the carrier gives it back: by it a message whose submission had no response finds its
   * receipts, under whatever `ref`.
   */
  messageId?: string;
  /** How many parts the message went out in, if the carrier says so. */
  parts?: number;
  status: ReceiptStatus;
  at: Date | null;
  reason: string | null;
  /** Where the reason has words of the carrier's: what is said in their place if the text is not to be stored. */
  unquoted?: string | null;
  carrierCode: string | null;
  operator: string | null;
  raw: unknown;
}

/** A message from a phone, in our words. */
export interface InboundMessage {
  /** The carrier's ID of it; the same whenever it is reported again. */
  ref: string;
  /** E.164 without the plus, or the sender as the carrier names it. */
  from: string;
  /** The number it was sent to; null if the carrier does not say. */
  to: string | null;
  body: string;
  /** The carrier's ID of the message that it answers, where the carrier knows; one that it took from us. */
  inReplyTo?: string;
  at: Date | null;
  /** Its place in a long message that comes in parts; `group` is what they have in common. */
  part?: { group: string; number: number; total: number };
  raw: unknown;
}

/** What came to `/api/webhooks/{carrier}/{secret}/…`; the carrier it names decides what to make of it. */
export interface Callback {
  method: "GET" | "POST";
  /** The carrier's name in the path. */
  carrier: string;
  /** Whether the carrier was given an address with the secret that all carriers had in earlier releases. */
  mayBeCommon: boolean;
  /** The part of the path behind the carrier's name. */
  secret: string;
  /** What follows in the path, decoded: what the carrier put into the address it gave out. */
  path: string[];
  /** The query as it came, without the question mark. */
  query: string;
  /** The client's IP address; null if it is unknown. */
  address: string | null;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  /** The body as it came, at most 256 KiB. */
  body: string;
}

/** What speaks against a callback: who sent it, or what it says. */
export type CallbackDoubt = "wrong_secret" | "wrong_address" | "wrong_signature";
export type CallbackProblem = "invalid_json" | "unknown_shape";

/** What a carrier reported: receipts and messages from phones, each in order. */
export interface Reports {
  receipts: Receipt[];
  inbound?: InboundMessage[];
  /** What came and cannot be read, as it came, and why; the carrier is not asked for it again. */
  unreadable?: { raw: string; reason: string }[];
}

/** What a carrier wants to hear. */
export interface CallbackResponse {
  contentType: string;
  body: string;
}

/** The reports in a callback, or why none of it is used. */
export type Received =
  /** `response`: what the carrier wants to hear once they are stored; ours otherwise. */
  (Reports & { response?: CallbackResponse }) | { refusal: CallbackProblem };

/** How a carrier reports by HTTP. The two belong together: no carrier can be read without being verified. */
interface Callbacks {
  /** What speaks against the sender; undefined if it is the carrier. Begins with `hasCallbackSecret`. */
  verify(callback: Callback): CallbackDoubt | undefined;
  /** Reads the body of a verified callback. Never throws, and never takes half of it. */
  receive(callback: Callback): Received;
}

/** Work of a carrier besides submitting, which the worker repeats: reports it owes, say, or memory to forget. */
interface CarrierLoop {
  name: string;
  everyMs: number;
  /** Resolves to how much was due; above 0, it is called again immediately. */
  work(): Promise<number>;
}

/** Stores what a carrier reported, durably before it resolves. */
export type RecordReports = (reports: Reports) => Promise<void>;

/** A carrier's connections in this process; `stop` resolves when they are closed in order. */
export interface Session {
  stop(): Promise<void>;
}

/** What a carrier says of itself when it is asked, for the administrator. */
export interface CarrierHealthReport {
  /** What is left there, as the carrier counts it; null if it does not say. */
  balance: { amount: string; unit: string } | null;
}

/** Messages by our IDs and by those of all carriers. */
export interface HandedOver {
  messageIds: string[];
  refs: string[];
}

/** A message that the carrier took long ago and said nothing of since. */
export interface UnreportedMessage {
  /** The sender it went out with. */
  from: string;
  /** What the carrier said when it took it: the `raw` of its outcome. */
  response: unknown;
}

/** What the circuit breaker knows of a carrier in this process. */
export interface Circuit {
  /** Why no further request may begin; undefined while the carrier is well. */
  readonly trouble: Requeue | undefined;
  /** Counts an attempt that a carrier made by itself within a submission. */
  record(outcome: SubmitOutcome, begunAt: number): void;
}

/**
 * A service that messages are submitted to. Each kind has a folder here and a line in `carrierKinds`; nothing else in
 * the product names it. A carrier reports what it did, and never writes the tables of messages.
 */
export interface Carrier {
  /** Of `carriers.json`. Stored with each message, and part of the callback's path. */
  name: string;
  /** Takes the same `messageId` twice and sends once, so a submission cut short by a crash is simply repeated. */
  dedupes: boolean;
  /** Phones see one number whatever sender a message has, so that their replies are for all of them. */
  hasOwnNumber?: boolean;
  /** Most submissions at once; few enough for all responses to come within a lease. */
  batchSize: number;
  /** One outcome per submission, in order. Throws only if nothing was sent. */
  submit(batch: Submission[], circuit: Circuit): Promise<Submitted[]>;
  callbacks?: Callbacks;
  /** Opens the connections it submits and reports over; the worker does this, before it submits anything. */
  connect?(record: RecordReports, circuit: Circuit): Session;
  /** Asks the carrier how it stands. Rejects if it gives no answer within a few seconds. */
  health?(): Promise<CarrierHealthReport>;
  /** For carriers that can be asked what became of a message whose receipt is overdue. */
  unreported?: {
    afterMs: number;
    /** Resolves to the receipts of those that have ended. Never rejects: what has no answer is asked again later. */
    ask(messages: UnreportedMessage[]): Promise<Receipt[]>;
  };
  /** Erases what this installation keeps of messages for the carrier, when an account is erased. */
  erase?(messages: HandedOver, tx: Tx): Promise<void>;
  loops?: readonly CarrierLoop[];
}

/** What a carrier of some kind is made from: its entry in `carriers.json`, checked, with its secrets filled in. */
export interface CarrierKind<Settings extends z.ZodType = z.ZodType> {
  kind: string;
  /** The only name a carrier of this kind may have; any when left out. */
  onlyName?: string;
  /** The settings besides those that every carrier has (`name`, `kind`, `rate`, `senders` …). */
  settings: Settings;
  create(settings: z.output<Settings>, common: { name: string }): Carrier;
  /**
   * Prepares the service for this installation, after the carrier was added. Returns what it did, in sentences. Throws an
   * AppError that says what to do.
   */
  setUp?(
    settings: z.output<Settings>,
    installation: { name: string; allowHttp: boolean },
  ): Promise<string[]>;
}
