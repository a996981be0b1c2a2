import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { carrierNames } from "../carriers/choose-carrier";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { waiting } from "../messages/claim-messages";

/** Messages that should have left and did not, for one reason. */
export interface WaitingMessages {
  reason: string;
  messages: number;
}

/** No more are counted than this; whoever has so many to look at asks the log. */
const maxCounted = 10_000;
/** A message that is put off by itself is due again within this time. */
const putOffSeconds = 60;

interface Asked {
  actor: Actor;
  input: { test: boolean };
}

/** What of an account's queue waits for its carrier, the commonest reason first. */
export async function findWaiting({ actor, input }: Asked): Promise<WaitingMessages[]> {
  demandPermission(actor, "read_messages");
  // The indexes of due and of unrouted messages are of both states that may be sent next.
  const row = sql`wait_reason from ${messages}
    where account_id = ${actor.accountId} and test = ${input.test} and ${waiting} and status = 'queued'
      and due_at <= now() + ${putOffSeconds} * interval '1 second' and wait_reason is not null`;
  const rows = await db().execute<WaitingMessages & Record<string, unknown>>(sql`
    select wait_reason as reason, count(*)::int as messages
    from (
      (select ${row} and carrier = any(${`{${carrierNames().join(",")}}`}::text[]) and priority in (0, 1) limit ${maxCounted})
      union all
      (select ${row} and carrier is null limit ${maxCounted})
    ) as waiting
    group by 1 order by 2 desc, 1`);
  return [...rows];
}
