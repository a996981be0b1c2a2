import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { accountRetention } from "@/drizzle/schema/retention";
import { db } from "../core/db";
import { readLimits } from "./read-limits";

/** An account with texts whose time is over. */
export interface DueTexts {
  accountId: string;
  /** What was accepted before this loses its text: the beginning of a day (UTC). */
  until: Date;
  /** Where the sweep before it ended; null for the first one. */
  since: Date | null;
  /** How far this sweep has come. */
  sentTo: string | null;
  receivedTo: string | null;
}

interface Row extends Record<string, unknown> {
  account_id: string;
  until: string;
  texts_until: string | null;
  sent_to: string | null;
  received_to: string | null;
}

/**
 * Some of the accounts whose texts of another day have become too old: each comes once a day. Any of them, so that those
 * that fail or wait for somebody are not always the first ones.
 */
export async function listDueTexts(limit: number): Promise<DueTexts[]> {
  const { texts } = await readLimits();
  const days = sql`least(r.text_days, ${texts}::int)`;
  const until = sql`date_trunc('day', now(), 'UTC') - ${days} * interval '1 day'`;
  const rows = await db().execute<Row>(sql`
    select a.id as account_id, ${until} as until, r.texts_until, r.sent_to, r.received_to
    from ${accounts} a left join ${accountRetention} r on r.account_id = a.id
    where a.status <> 'erased' and ${days} is not null
      and (r.texts_until is null or r.texts_until < ${until})
    order by random() limit ${limit}`);
  return rows.map((row) => ({
    accountId: row.account_id,
    until: new Date(row.until),
    since: row.texts_until === null ? null : new Date(row.texts_until),
    sentTo: row.sent_to,
    receivedTo: row.received_to,
  }));
}
