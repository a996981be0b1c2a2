import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { firstIdAt } from "../core/ids";
import { countMessages } from "./_count-messages";
import { windowsOf } from "./_windows";
import type { Bar } from "./contract";
import { toBars } from "./get-overview";

/** Fewer failures than this, or a smaller share of an hour's messages, are the daily course of things. */
const minFailures = 5;
const minShare = 0.1;
const maxReasons = 3;
/** Ids are made by the processes' clocks, times by the database's: they may be this far apart. */
const clockDriftMs = 60_000;

export interface ErrorSpike {
  from: Date;
  until: Date;
  /** Most frequent first: messages that ended so, and how their recipients' numbers begin. */
  reasons: { reason: string | null; prefix: string; messages: number }[];
}

interface Asked {
  actor: Actor;
  input: { test: boolean };
}

/** The last hour of the past day in which unusually many messages failed, with the commonest reasons; or null. */
export async function findErrorSpike({ actor, input }: Asked): Promise<ErrorSpike | null> {
  demandPermission(actor, "read_messages");
  const { accountId } = actor;
  const { test } = input;
  const { hours } = windowsOf("24h", "UTC", new Date());
  const counts = await countMessages({ accountId, test, bounds: hours });
  const hour = toBars(counts, hours).findLast(isSpike);
  if (!hour) return null;
  const { from, until } = hour;
  const rows = await readDb().execute<ErrorSpike["reasons"][number]>(sql`
    select reason, left(recipient, 3) as prefix, count(*)::int as messages
    from ${messages}
    where account_id = ${accountId} and test = ${test} and status in ('failed', 'bounced', 'expired')
      and id >= ${firstIdAt(from.getTime() - clockDriftMs)}
      and id < ${firstIdAt(until.getTime() + clockDriftMs)}
      and created_at >= ${from.toISOString()} and created_at < ${until.toISOString()}
    group by 1, 2 order by 3 desc, 1, 2 limit ${maxReasons}`);
  return { from, until, reasons: [...rows] };
}

function isSpike({ counts, total }: Bar): boolean {
  const failed = counts.failed + counts.bounced + counts.expired;
  return failed >= minFailures && failed / total >= minShare;
}
