import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { costMarks } from "@/drizzle/schema/costs";
import { db } from "../core/db";
import { log } from "../core/log";
import { addUpAccount } from "./add-up-account";

/** Of more accounts, the others have their turn next time: a report adds up what little they have left itself. */
const maxAccounts = 100;
/** How long one account is added up before others are. */
const defaultTurnMs = 2000;
/** How long all are: a worker that is stopped ends its work first. */
const maxWorkMs = 10_000;

/**
 * Adds what the ledger recorded since to the costs of accounts, those with most left first, so that a report has little
 * left to add. Reads each message once in its life. Returns how many accounts it added something of and did not finish.
 */
export async function addUpCosts(turnMs = defaultTurnMs): Promise<number> {
  const endMs = performance.now() + maxWorkMs;
  const rows = await db().execute<{ id: string }>(sql`
    select a.id from ${accounts} a left join ${costMarks} m on m.account_id = a.id
    where a.movements > coalesce(m.number, 0) and a.status <> 'erased'
    order by a.movements - coalesce(m.number, 0) desc, a.id limit ${maxAccounts}`);
  let unfinished = rows.length === maxAccounts ? 1 : 0;
  let failed = 0;
  for (const [place, { id }] of rows.entries()) {
    if (performance.now() >= endMs) {
      unfinished += rows.length - place;
      break;
    }
    // One that fails must not keep the others from their turn: it would be the first again.
    const isDone = await addUpAccount(id, turnMs).catch((error) => {
      log().error({ err: error, account: id }, "the costs of an account were not added up");
      failed += 1;
      return true;
    });
    if (!isDone) unfinished += 1;
  }
  // If nothing else was done, going on at once would only fail again.
  return failed === rows.length ? 0 : unfinished;
}
