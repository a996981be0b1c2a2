import { notifyOwners } from "../accounts/notify-owners";
import { storeSuspension } from "../accounts/store-suspension";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { findAccount } from "./_find-account";
import { nameOf } from "./_name-of";
import { suspendedLetter } from "./_suspension-letters";
import { SuspendInput } from "./inputs";
import { supervisionSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `SuspendInput` that nobody has checked. */
  input: unknown;
}

/**
 * Stops an account at once: nothing more is accepted, and what is queued is offered to no carrier until the suspension is
 * lifted. Its people are told why. Throws conflict for one that is not active or administers the installation, not_found,
 * invalid_request without a reason, and forbidden unless by an administrator.
 */
export async function suspendAccount({ actor, input }: Wanted): Promise<void> {
  demandAdmin(actor);
  const { account_id: accountId, reason } = parseInput(SuspendInput, input);
  const account = await findAccount(accountId);
  if (account.admin) throw new AppError("conflict", supervisionSentences.administers);
  const suspension = { accountId, reason, decidedBy: nameOf(actor) };
  const isNew = await db().transaction(async (tx) => {
    if (!(await storeSuspension(suspension, tx))) return false;
    const after = { reason };
    await recordActivity({ actor, action: "account.suspended", accountId, after }, tx);
    return true;
  });
  if (!isNew) throw new AppError("conflict", supervisionSentences.notActive);
  await notifyOwners(accountId, suspendedLetter(reason));
}
