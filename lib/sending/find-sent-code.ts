import type { Actor } from "../core/actor";
import { isSameRequest } from "../messages/is-same-request";
import type { Coded } from "./_admission";
import { findStored } from "./_find-stored";
import { idempotencyMismatch } from "./_idempotency-mismatch";
import { prepareSend } from "./_prepare-send";

interface Wanted {
  actor: Actor;
  /** An idempotency key. */
  key: string;
  /** The send that this request would be for a verification; undefined if it is gone. */
  sendOf(verificationId: string): Promise<{ input: unknown; coded: Coded } | undefined>;
}

/**
 * The verification of which a request with this key has sent a code; undefined for a free key. Throws
 * idempotency_mismatch where another request used it.
 */
export async function findSentCode({ actor, key, sendOf }: Wanted): Promise<string | undefined> {
  const stored = (await findStored(actor, [key])).get(key);
  if (!stored) return undefined;
  const { verificationId, requestHash } = stored;
  const again = verificationId === null ? undefined : await sendOf(verificationId);
  if (verificationId === null || !again) throw idempotencyMismatch();
  const prepared = prepareSend(again.input, actor, { priority: 0, coded: again.coded });
  if (!isSameRequest(requestHash, prepared.requestHash)) throw idempotencyMismatch();
  return verificationId;
}
