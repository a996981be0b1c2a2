import { notifyOwners } from "../accounts/notify-owners";
import { dropSuspension } from "../accounts/store-suspension";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { publishDueWork } from "../queue/notice";
import { findAccount } from "./_find-account";
import { liftedLetter } from "./_suspension-letters";
import { AccountInput } from "./inputs";
import { supervisionSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** An `AccountInput` that nobody has checked. */
  input: unknown;
}

/**
 * Lets a suspended account go on: what is queued and still valid is sent. Its people are told. Throws conflict for one that
 * is not suspended, not_found, and forbidden unless by an administrator.
 */
export async function liftSuspension({ actor, input }: Wanted): Promise<void> {
  demandAdmin(actor);
  const { account_id: accountId } = parseInput(AccountInput, input);
  await findAccount(accountId);
  const wasSuspended = await db().transaction(async (tx) => {
    if (!(await dropSuspension(accountId, tx))) return false;
    await recordActivity({ actor, action: "account.unsuspended", accountId }, tx);
    return true;
  });
  if (!wasSuspended) throw new AppError("conflict", supervisionSentences.notSuspended);
  publishDueWork(accountId);
  await notifyOwners(accountId, liftedLetter());
}
