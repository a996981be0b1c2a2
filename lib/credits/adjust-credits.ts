import { and, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { recordActivity } from "../activity/record-activity";
import type { Actor, OperatorActor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { coreSentences } from "../core/sentences";
import { recordMovement } from "./_record-movement";
import { noticeGain } from "./notice-gain";
import { creditSentences } from "./sentences";

interface Adjustment {
  actor: OperatorActor;
  /** `id`: of the ledger transaction. `credits`: negative to take some away. `by`: who decided it. */
  input: { id: string; credits: number; note: string; by: Actor };
}

interface Adjusted {
  balance: number;
  /** This adjustment was made before: nothing was done now. */
  isRepeat: boolean;
}

/**
 * Grants credits to an account, or takes some of them away, as one ledger transaction. The same ID adjusts once, however
 * often it comes. Throws invalid_request when the balance is too low, and not_found.
 */
export async function adjustCredits({ actor, input }: Adjustment): Promise<Adjusted> {
  const adjusted = await db().transaction((tx) => adjust({ actor, input }, tx));
  if (!adjusted.isRepeat) await noticeGain(actor.accountId);
  return adjusted;
}

async function adjust({ actor, input }: Adjustment, tx: Tx): Promise<Adjusted> {
  const { accountId } = actor;
  const { id, credits, note, by } = input;
  // Under the account's lock, so that of two requests at once the second finds what the first one did.
  const [account] = await tx
    .select({ balance: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  const { balance } = account;
  const [known] = await tx
    .select({ id: ledgerTransactions.id })
    .from(ledgerTransactions)
    .where(and(eq(ledgerTransactions.accountId, accountId), eq(ledgerTransactions.id, id)));
  if (known) return { balance, isRepeat: true };
  if (balance + credits < 0) {
    throw invalidFields({ credits: [creditSentences.tooFewToTake({ balance })] });
  }
  const movement = { accountId, id, gain: credits, note };
  const moved = await recordMovement({ ...movement, kind: "grant", against: "granted" }, tx);
  const after = { credits, balance: moved.credits, note };
  await recordActivity({ actor: by, action: "credits.granted", accountId, after }, tx);
  return { balance: moved.credits, isRepeat: false };
}
