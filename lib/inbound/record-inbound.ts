import type { InboundMessage } from "../carriers/carrier";
import { db } from "../core/db";
import { storableText } from "../core/storable-text";
import { publishProgress } from "../queue/notice";
import { joinParts, type PartMessage } from "./_join-parts";
import { storeInbound } from "./_store-inbound";

/** Carriers' IDs, numbers, and the names of groups are short; ten segments of text have 1530 characters. */
const maxNameLength = 200;
const maxBodyLength = 20_000;
const maxParts = 255;

/**
 * Stores what phones sent, durably before it resolves: each message once, however often a carrier reports it, for the
 * account whose number it was sent to or whose message it answers. Parts of a long message wait for each other. What
 * belongs to no account is kept for the administrator.
 */
export async function recordInbound(carrier: string, inbound: InboundMessage[]): Promise<void> {
  if (inbound.length === 0) return;
  const messages = inbound.map(tidy);
  const stored = await db().transaction(async (tx) => {
    const whole = messages.filter((message) => !isPart(message));
    // One order for everybody: each group is locked.
    const parts = messages
      .filter(isPart)
      .toSorted((a, b) => (a.part.group < b.part.group ? -1 : 1));
    for (const part of parts) whole.push(...(await joinParts(carrier, part, tx)));
    return storeInbound(carrier, whole, tx);
  });
  for (const { accountId, id } of stored) if (accountId) publishProgress(accountId, [id]);
}

function isPart(message: InboundMessage): message is PartMessage {
  return message.part !== undefined;
}

/** What PostgreSQL takes, within limits; a part without a place is a message of its own. */
function tidy({ part, ...message }: InboundMessage): InboundMessage {
  const named = (text: string) => storableText(text).slice(0, maxNameLength);
  const number = (text: string) => named(text).replace(/^\+(?=\d+$)/, "");
  const isPlaced = part && part.total > 1 && part.total <= maxParts && part.number <= part.total;
  return {
    ...message,
    ref: named(message.ref),
    from: number(message.from),
    to: message.to === null ? null : number(message.to),
    body: storableText(message.body.slice(0, maxBodyLength)),
    ...(isPlaced ? { part: { ...part, group: named(part.group) } } : {}),
  };
}
