import { type SQL, sql } from "drizzle-orm";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import type { Carrier } from "../carriers/carrier";
import { carrierSetup, type ReadyCarrier } from "../carriers/carrier-setup";
import { senderAt } from "../carriers/sender-at";
import { db } from "../core/db";
import { mayBecome } from "../messages/may-become";
import { accountsWithWork } from "../queue/accounts-with-work";
import { recordReceipts } from "../receipts/record-receipts";

/** Asked about at once: few, for their questions take the places of messages. */
const batchSize = 50;

/** How far the walk through a carrier's unreported messages has come, and when it began. */
interface Walk {
  beganAt: number;
  /** Accounts that have some, and that it has not come to the end of. */
  accounts: string[];
  /** A place among the open messages of the first of them. */
  behind: Place;
}

interface Place {
  validUntil: string;
  id: string;
}

const beginning: Place = { validUntil: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

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
  const asked = { name, afterMs: unreported.afterMs };
  const walk = await continued(walks.get(name), asked);
  walks.set(name, walk);
  const rows = await readOn(walk, asked);
  if (rows.length === 0) return 0;
  const receipts = await unreported.ask(
    rows.map(({ sender, raw }) => ({
      from: senderAt(ready.common, sender) ?? sender,
      response: raw,
    })),
  );
  if (receipts.length > 0) await recordReceipts(name, receipts);
  return rows.length;
}

interface Asked {
  name: Carrier["name"];
  afterMs: number;
}

async function continued(walk: Walk | undefined, asked: Asked): Promise<Walk> {
  const beganAt = Date.now();
  const goesOn = walk && (walk.accounts.length > 0 || beganAt - walk.beganAt < asked.afterMs);
  if (goesOn) return walk;
  const accounts = await accountsWithWork({
    table: messages,
    open: mayBecome("expired"),
    due: isOverdue(asked),
    order: sql`valid_until`,
  });
  return { beganAt, accounts, behind: beginning };
}

/** The next messages of the walk, of one account after the other. */
async function readOn(walk: Walk, asked: Asked): Promise<Unreported[]> {
  const rows: Unreported[] = [];
  while (rows.length < batchSize) {
    const [accountId] = walk.accounts;
    if (accountId === undefined) break;
    const limit = batchSize - rows.length;
    const found = await readUnreported(asked, { ...walk.behind, accountId, limit });
    rows.push(...found);
    walk.behind = found.at(-1) ?? beginning;
    if (found.length === limit) break;
    walk.accounts.shift();
    walk.behind = beginning;
  }
  return rows;
}

function isOverdue({ name, afterMs }: Asked): SQL {
  return sql`status = 'sent' and carrier = ${name} and not test
    and sent_at < now() - ${afterMs} * interval '1 millisecond'`;
}

interface Unreported extends Place, Record<string, unknown> {
  sender: string;
  raw: unknown;
}

/** Messages of an account without a final receipt that the carrier took long enough ago, with what it said then. */
function readUnreported(
  asked: Asked,
  { accountId, validUntil, id, limit }: Place & { accountId: string; limit: number },
): Promise<Unreported[]> {
  return db().execute<Unreported>(sql`
    select m.valid_until::text as "validUntil", m.id, m.sender, e.raw
    from ${messages} m
    join lateral (
      select raw from ${messageEvents}
      where account_id = ${accountId} and message_id = m.id and type = 'sent' and source = 'worker'
      order by id desc limit 1
    ) e on e.raw is not null
    where m.account_id = ${accountId} and ${isOverdue(asked)}
      and (m.valid_until, m.id) > (${validUntil}::timestamptz, ${id}::uuid)
    order by m.valid_until, m.id
    limit ${limit}`);
}
