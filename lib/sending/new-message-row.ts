import { chooseCarrier } from "../carriers/choose-carrier";
import { classOf } from "../carriers/choose-route";
import type { Echoed } from "../core/echoed-contract";
import { newId } from "../core/ids";
import type { NewMessageRow } from "../messages/new-rows-clause";

/** A message that was validated and priced. */
export interface NewMessage extends Echoed {
  accountId: string;
  tokenId: string | null;
  source: "api" | "panel";
  test: boolean;
  from: string;
  to: string;
  body: string;
  /** `never` for a text that nobody is to read later. */
  bodyStorage: "never" | null;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** What it costs the account; 0 for test messages. */
  credits: number;
  idempotencyKey: string | null;
  requestHash: string | null;
  /** The campaign it belongs to; null for a message of its own. */
  sendId: string | null;
  /** The verification whose code its body lacks. */
  verificationId?: string | undefined;
  /** 0 leaves first; bulk is 1, so that a login code overtakes a campaign of the same account. */
  priority: 0 | 1;
  scheduledAt: Date | null;
  validitySeconds: number;
  /** The carrier it goes to, whatever the routes say. */
  carrier?: string | undefined;
  /** A new ID if left out. */
  id?: string | undefined;
}

/** The row of a message about to be stored, with its ID and the carrier that the routes in force choose. */
export function newMessageRow(message: NewMessage): NewMessageRow {
  const { accountId, from, to, test, priority } = message;
  const chosen = message.carrier
    ? { carrier: message.carrier, route: null }
    : chooseCarrier({ accountId, from, to, class: classOf(priority), test });
  return {
    account_id: accountId,
    id: message.id ?? newId(),
    token_id: message.tokenId,
    source: message.source,
    test,
    sender: from,
    recipient: to,
    body: message.body,
    encoding: message.encoding,
    segments: message.segments,
    credits: message.credits,
    client_ref: message.clientRef,
    // What JSON leaves out is null, and need not be written and read.
    metadata: message.metadata ?? undefined,
    body_storage: message.bodyStorage ?? undefined,
    idempotency_key: message.idempotencyKey ?? undefined,
    request_hash: message.requestHash ?? undefined,
    send_id: message.sendId ?? undefined,
    verification_id: message.verificationId,
    priority,
    carrier: chosen?.carrier ?? null,
    route: chosen?.route ?? undefined,
    scheduled_at: message.scheduledAt ?? undefined,
    validity: message.validitySeconds,
  };
}
