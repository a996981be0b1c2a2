import { type Actor, demandAdmin } from "../core/actor";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { settleStuck } from "../messages/settle-stuck";
import { DecideStuckInput, type StuckDecision } from "./contract";

/** What came of a decision about several messages. */
export interface StuckSettlement {
  decision: StuckDecision;
  settled: number;
  /** Those that were no longer queued, that a carrier may have by now, or that were due already: nothing was done about them. */
  known: number;
}

/**
 * Decides about queued messages of any account, each by itself: what is done stays done if a later one cannot be decided.
 * Throws invalid_request, and forbidden unless the actor is an administrator.
 */
export async function decideStuck({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<StuckSettlement> {
  demandAdmin(actor);
  const { message_ids, decision } = parseInput(DecideStuckInput, input);
  const ids = [...new Set(message_ids)];
  let settled = 0;
  for (const messageId of ids) {
    if (await isSettled({ actor, input: { messageId, decision } })) settled += 1;
  }
  return { decision, settled, known: ids.length - settled };
}

async function isSettled(decided: Parameters<typeof settleStuck>[0]): Promise<boolean> {
  return settleStuck(decided).then(
    () => true,
    (error) => {
      const isLate =
        error instanceof AppError && (error.code === "not_found" || error.code === "conflict");
      if (isLate) return false;
      throw error;
    },
  );
}
