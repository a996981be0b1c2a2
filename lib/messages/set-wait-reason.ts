import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { type CarrierQueue, waiting } from "./claim-messages";

interface Waiting {
  accountId: string;
  queue: CarrierQueue;
  reason: string;
  /** Messages that became due earlier are left alone. */
  from: Date;
  limit: number;
}

/** Writes why they wait on the first due messages of an account that do not say so yet. Returns them. */
export async function setWaitReason(
  { accountId, queue: { carrier, test }, reason, from, limit }: Waiting,
  tx: Tx,
): Promise<{ id: string; due_at: string }[]> {
  return tx.execute<{ id: string; due_at: string }>(sql`
    update ${messages} set wait_reason = ${reason}
    where account_id = ${accountId} and id in (
      select id from ${messages}
      where account_id = ${accountId} and ${waiting} and test = ${test} and carrier = ${carrier} and priority in (0, 1)
        and due_at between ${from.toISOString()}::timestamptz and now()
        and wait_reason is distinct from ${reason}
      order by due_at limit ${limit} for update skip locked)
    returning id, due_at`);
}
