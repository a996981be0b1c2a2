import { type Actor, demandAdmin, operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { madeAtMs } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { adjustCredits } from "../credits/adjust-credits";
import { AdjustInput } from "./inputs";
import { supervisionSentences } from "./sentences";

/** The ID of a form becomes that of its transaction, and those tell the time: an old form asks for a new one. */
const maxFormAgeMs = 30 * 60_000;

interface Wanted {
  actor: Actor;
  /** An `AdjustInput` that nobody has checked. */
  input: unknown;
}

/** What came of an adjustment. */
export interface Adjustment {
  credits: number;
  balance: number;
  /** The form was sent before: nothing was done now. */
  isRepeat: boolean;
}

/**
 * Grants credits to an account, or takes some away, with a note that the account sees. The same form adjusts once. Throws
 * invalid_request, also for more than the balance, conflict for a form of half an hour ago, not_found, and forbidden unless by an administrator.
 */
export async function adjustAccountCredits({ actor, input }: Wanted): Promise<Adjustment> {
  demandAdmin(actor);
  const { account_id, adjustment_id: id, credits, note } = parseInput(AdjustInput, input);
  if (Math.abs(Date.now() - madeAtMs(id)) > maxFormAgeMs) {
    throw new AppError("conflict", supervisionSentences.wrongForm);
  }
  const wanted = { actor: operatorOf(account_id), input: { id, credits, note, by: actor } };
  return { credits, ...(await adjustCredits(wanted)) };
}
