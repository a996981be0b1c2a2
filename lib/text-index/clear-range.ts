import { sql } from "drizzle-orm";
import { textSegments } from "@/drizzle/schema/text-index";
import type { Tx } from "../core/db";
import { lockSegments } from "./_lock-segments";

interface Erased {
  accountId: string;
  /** From this message on, and before that one. */
  from: string;
  before: string;
}

/** As `clearSignatures`, for all messages of a time. */
export async function clearRange({ accountId, from, before }: Erased, tx: Tx): Promise<void> {
  await lockSegments(accountId, tx);
  await tx.execute(sql`
    update ${textSegments} set positions = 0, bits = '' where account_id = ${accountId} and positions > 0
      and last_id >= ${from}::uuid and after_id < ${before}::uuid`);
}
