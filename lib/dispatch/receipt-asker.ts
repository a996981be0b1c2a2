import { sql } from "drizzle-orm";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import type { Carrier } from "../carriers/carrier";
import { carrierSetup, type ReadyCarrier } from "../carriers/carrier-setup";
import { senderAt } from "../carriers/sender-at";
import { db } from "../core/db";
import { recordReceipts } from "../receipts/record-receipts";

/** Asked about at once: few, for their questions take the places of messages. */
const batchSize = 50;

/** How far the walk through a carrier's unreported messages has come, and when it began. */
interface Walk {
  beganAt: number;
  /** A place in the index of open messages; null once the end is reached. */
  next: Place | null;
}

interface Place {
  accountId: string;
  validUntil: string;
  id: string;
}

const nobody = "00000000-0000-0000-0000-000000000000";
const beginning: Place = { accountId: nobody, validUntil: "-infinity", id: nobody };

/**
 * Asks those carriers that can be asked what became of messages whose receipts are overdue, and records their answers as
 * receipts. It walks through the messages in batches, and begins anew when the time for a receipt has passed again. `ask`
 * resolves to how many it asked about; above 0, there may be more.
 */
export function receiptAsker(): { ask(): Promise<number> } {
  const walks = new Map<string, Walk>();
  return {
    async ask() {
      const { carriers } = carrierSetup();
      const names = new Set(carriers.map(({ carrier }) => carrier.name));
      for (const name of walks.keys()) if (!names.has(name)) walks.delete(name);
      const counts = await Promise.all(carriers.map((ready) => askOne(ready, walks)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

async function askOne(ready: ReadyCarrier, walks: Map<string, Walk>): Promise<number> {
  const { name, unreported } = ready.carrier;
  if (!unreported) return 0;
  const walk = continued(walks.get(name), unreported.afterMs);
  walks.set(name, walk);
  if (!walk.next) return 0;
  const rows = await readUnreported({ name, afterMs: unreported.afterMs }, walk.next);
  walk.next = rows.length < batchSize ? null : (rows.at(-1) ?? null);
  const receipts = await unreported.ask(
    rows.map(({ sender, raw }) => ({
      from: senderAt(ready.common, sender) ?? sender,
      response: raw,
    })),
  );
  if (receipts.length > 0) await recordReceipts(name, receipts);
  return rows.length;
}

function continued(walk: Walk | undefined, afterMs: number): Walk {
  const isOver = !walk || (walk.next === null && Date.now() - walk.beganAt >= afterMs);
  return isOver ? { beganAt: Date.now(), next: beginning } : walk;
}

interface Unreported extends Place, Record<string, unknown> {
  sender: string;
  raw: unknown;
}

/** Messages without a final receipt that the carrier took long enough ago, with what it said then. */
function readUnreported(
  { name, afterMs }: { name: Carrier["name"]; afterMs: number },
  { accountId, validUntil, id }: Place,
): Promise<Unreported[]> {
  return db().execute<Unreported>(sql`
    select m.account_id as "accountId", m.valid_until::text as "validUntil", m.id, m.sender, e.raw
    from ${messages} m
    join lateral (
      select raw from ${messageEvents}
      where account_id = m.account_id and message_id = m.id and type = 'sent' and source = 'worker'
      order by id desc limit 1
    ) e on e.raw is not null
    where m.status = 'sent' and m.carrier = ${name} and not m.test
      and m.sent_at < now() - ${afterMs} * interval '1 millisecond'
      and (m.account_id, m.valid_until, m.id) > (${accountId}::uuid, ${validUntil}::timestamptz, ${id}::uuid)
    order by m.account_id, m.valid_until, m.id
    limit ${batchSize}`);
}
