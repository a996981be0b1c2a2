import { recordActivity } from "../activity/record-activity";
import type { SystemActor } from "../activity/who";
import type { OperatorActor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { recordMovement } from "./_record-movement";
import { noticeGain } from "./notice-gain";
import { creditSentences } from "./sentences";

interface Grant {
  /** Only the operator grants credits, and Depesza to a new account: no person and no token can be one. */
  actor: OperatorActor | SystemActor;
  input: { credits: number; note: string };
  tx?: Tx;
}

const maxCredits = 1_000_000_000;

/**
 * Grants credits to an account as one ledger transaction and returns the new balance. Joins `tx` if given;
 * otherwise it also notifies open pages of the account.
 */
export async function grantCredits({ actor, input, tx }: Grant): Promise<number> {
  const { accountId } = actor;
  const { credits, note } = input;
  if (!Number.isSafeInteger(credits) || credits <= 0 || credits > maxCredits) {
    const sentence = creditSentences.wrongGrant({ max: maxCredits });
    throw new AppError("invalid_request", sentence, { fields: { amount: [sentence] } });
  }
  const grant = async (joined: Tx) => {
    const movement = { accountId, id: newId(), gain: credits, note };
    const { credits: balance } = await recordMovement(
      { ...movement, kind: "grant", against: "granted" },
      joined,
    );
    const after = { credits, balance, note };
    await recordActivity({ actor, action: "credits.granted", after }, joined);
    return balance;
  };
  if (tx) return grant(tx);
  const balance = await db().transaction(grant);
  await noticeGain(accountId);
  return balance;
}
