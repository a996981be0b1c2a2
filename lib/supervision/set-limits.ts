import { storeLimits } from "../accounts/store-limits";
import type { Facts } from "../activity/contract";
import { recordActivity } from "../activity/record-activity";
import { type AccountLimits, type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { renewVersions } from "../tokens/renew-versions";
import { findAccount } from "./_find-account";
import { LimitsInput } from "./inputs";

interface Wanted {
  actor: Actor;
  /** A `LimitsInput` that nobody has checked. */
  input: unknown;
}

/**
 * Gives an account limits of its own. Each process counts by them from the account's second request on: the first one finds
 * its token changed, and what was remembered with it is looked up. Throws invalid_request, not_found, and forbidden unless
 * by an administrator.
 */
export async function setLimits({ actor, input }: Wanted): Promise<void> {
  demandAdmin(actor);
  const { accountId, limits } = parseInput(LimitsInput, input);
  const account = await findAccount(accountId);
  await db().transaction(async (tx) => {
    await storeLimits(accountId, limits, tx);
    await renewVersions(accountId, tx);
    const change = { before: factsOf(account), after: factsOf(limits) };
    await recordActivity({ actor, action: "account.limits_changed", accountId, ...change }, tx);
  });
}

/** The limits as the activity log shows them. */
function factsOf(limits: AccountLimits): Facts {
  return {
    requests_per_second: limits.requestsPerSecond,
    requests_per_minute: limits.requestsPerMinute,
    messages_per_minute: limits.messagesPerMinute,
  };
}
