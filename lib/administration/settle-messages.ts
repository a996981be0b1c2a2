import { type Actor, demandAdmin } from "../core/actor";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { settleUnknown } from "../messages/settle-unknown";
import { type Decision, SettleInput } from "./contract";

/** What came of a decision about several messages. */
export interface Settlement {
  decision: Decision;
  settled: number;
  /** Those whose fate had become known meanwhile: nothing was done about them. */
  known: number;
}

/**
 * Decides about messages whose carrier never said whether it has them, each by itself: what is done stays done if a later
 * one cannot be decided. Throws forbidden unless the actor is an administrator.
 */
export async function settleMessages({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<Settlement> {
  demandAdmin(actor);
  const { message_ids, decision } = parseInput(SettleInput, input);
  const ids = [...new Set(message_ids)];
  let settled = 0;
  for (const messageId of ids) {
    if (await isSettled({ actor, input: { messageId, decision } })) settled += 1;
  }
  return { decision, settled, known: ids.length - settled };
}

async function isSettled(decided: Parameters<typeof settleUnknown>[0]): Promise<boolean> {
  return settleUnknown(decided).then(
    () => true,
    (error) => {
      if (error instanceof AppError && error.code === "not_found") return false;
      throw error;
    },
  );
}
