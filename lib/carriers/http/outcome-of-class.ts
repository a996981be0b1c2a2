import { plainText } from "../../core/plain-text";
import { storableText } from "../../core/storable-text";
import type { Requeue, SubmitOutcome } from "../carrier";

/**
 * What an error of a carrier is about. `permanent`: this message, which will never work. `bounce`: its number, which
 * never will. `sender`: what the carrier allows this account. `throttled`: how fast it was asked. `credit` and `auth`:
 * the account there, so every message. `address`: the address of the settings, where nothing takes messages. `server`:
 * the carrier itself, which may have taken the message all the same. `dup`: nothing, it has the message already.
 */
export type SubmitClass =
  | "permanent"
  | "bounce"
  | "sender"
  | "throttled"
  | "credit"
  | "auth"
  | "address"
  | "server"
  | "dup";

interface Said {
  /** What it means, as a sentence of ours for whoever sent the message. */
  words: string;
  /** What the carrier said, in place of `words` that say less. It may repeat the text. */
  quote?: string | undefined;
  /** The carrier's own code. */
  code: string;
  /** What the carrier said, for the administrator; the sentence when left out. */
  detail?: string | undefined;
  /** The carrier's `Retry-After`. */
  retryAfterMs?: number | null;
  /** By what its receipts name a message that it has already (`dup`). */
  ref?: string;
}

const maxCodeLength = 100;
const maxWordsLength = 300;

const troubles = {
  throttled: { reason: "carrier_throttled", scope: "attempt", mayBeAccepted: false },
  credit: { reason: "carrier_out_of_credits", scope: "carrier", mayBeAccepted: false },
  auth: { reason: "carrier_unauthorized", scope: "carrier", mayBeAccepted: false },
  address: { reason: "carrier_down", scope: "carrier", mayBeAccepted: false },
  server: { reason: "carrier_error", scope: "attempt", mayBeAccepted: true },
} as const satisfies Partial<Record<SubmitClass, Partial<Requeue>>>;

/** The outcome of a submission that a carrier answered with an error of this class; its texts are cut and cleaned. */
export function outcomeOf(cls: SubmitClass, said: Said): SubmitOutcome {
  const words = cleaned(said.words, maxWordsLength);
  const reason = said.quote === undefined ? words : cleaned(said.quote, maxWordsLength);
  const ofReason = said.quote !== undefined && { unquoted: words };
  const code = cleaned(said.code, maxCodeLength);
  const retryAfterMs = said.retryAfterMs ?? null;
  const detail = said.detail === undefined ? reason : cleaned(said.detail, maxWordsLength);
  const ofDetail = detail !== words && { unquoted: words };
  switch (cls) {
    case "permanent":
    case "sender":
      return { kind: "refused", reason, ...ofReason, carrierCode: code };
    case "bounce":
      return { kind: "refused", reason, ...ofReason, carrierCode: code, status: "bounced" };
    case "dup":
      // Without a name for it no receipt would find it, and asking once more would change nothing.
      if (said.ref === undefined) return { kind: "ambiguous", detail, ...ofDetail };
      return { kind: "accepted", ref: said.ref };
    case "throttled": {
      // With a time it is about all we send; without one, it may be about this message.
      const scope = retryAfterMs === null ? "attempt" : "pause";
      return { kind: "requeue", ...troubles.throttled, scope, detail, ...ofDetail, retryAfterMs };
    }
    case "credit":
    case "auth":
    case "address":
    case "server":
      return { kind: "requeue", ...troubles[cls], detail, ...ofDetail, retryAfterMs };
  }
}

function cleaned(text: string, maxLength: number): string {
  return plainText(storableText(text.slice(0, maxLength)));
}
