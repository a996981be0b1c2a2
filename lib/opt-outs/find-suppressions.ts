import { sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { visibleNumbers } from "./_test-numbers";

/** Senders of one number that are named at most. */
const maxSenders = 100;

/** Whose messages a number does not want. */
export interface Suppression {
  /** Those of every sender of the account. */
  isOfAll: boolean;
  /** Beside that, those of these senders; the first 100 by name. */
  senders: string[];
}

interface Wanted {
  actor: Actor;
  /** Numbers in E.164 digits without the plus; the caller says at most how many. */
  input: { numbers: string[] };
}

/**
 * Which of these numbers have opted out of messages of the account, by number: one query for all. A test token finds
 * test numbers only. Throws forbidden without `read_contacts`.
 */
export async function findSuppressions({
  actor,
  input,
}: Wanted): Promise<Map<string, Suppression>> {
  demandPermission(actor, "read_contacts");
  if (input.numbers.length === 0) return new Map();
  const visible = visibleNumbers(actor);
  const rows = await db().execute<{ recipient: string; is_of_all: boolean; senders: string[] }>(sql`
    select recipient, bool_or(sender = '') as is_of_all,
      coalesce((array_agg(sender order by sender) filter (where sender <> ''))[1:${maxSenders}::int], '{}') as senders
    from ${optOuts}
    where account_id = ${actor.accountId}::uuid
      and recipient = any(${`{${input.numbers.join(",")}}`}::text[])
      ${visible ? sql`and ${visible}` : sql``}
    group by recipient`);
  return new Map(
    rows.map(({ recipient, is_of_all, senders }) => [recipient, { isOfAll: is_of_all, senders }]),
  );
}
