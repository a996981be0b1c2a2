import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { setView } from "../sessions/set-view";
import { findAccount } from "./_find-account";
import { AccountInput } from "./inputs";
import { supervisionSentences } from "./sentences";

/** Long enough to find out what is wrong, short enough to be forgotten open. */
const viewMs = 30 * 60_000;

interface Wanted {
  actor: Actor;
  /** An `AccountInput` that nobody has checked. */
  input: unknown;
}

/**
 * Has the session of an administrator show an account as its people see it, for half an hour; nothing can be changed
 * meanwhile. Throws conflict for their own account, not_found, also for an erased one, and forbidden unless by an
 * administrator who is signed in.
 */
export async function viewAccount({ actor, input }: Wanted): Promise<void> {
  demandAdmin(actor);
  if (actor.kind !== "user") throw new AppError("forbidden", coreSentences.noAdmin);
  const { account_id: accountId } = parseInput(AccountInput, input);
  if (accountId === actor.accountId) {
    throw new AppError("conflict", supervisionSentences.ownAccount);
  }
  const { status } = await findAccount(accountId);
  if (status === "erased") throw new AppError("not_found", coreSentences.accountNotFound);
  const until = new Date((await databaseNow()).getTime() + viewMs);
  // Recorded first: nobody looks without a trace.
  await recordActivity({ actor, action: "account.viewed", accountId }, db());
  await setView({ actor, input: { accountId, until } });
}
