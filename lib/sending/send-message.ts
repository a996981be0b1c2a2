import { getBalance } from "../credits/get-balance";
import type { Caller } from "../messages/caller";
import type { AcceptedMessage } from "../messages/contract";
import { toAccepted, toDryRun } from "./_accepted-message";
import { admitMessage } from "./_admit-message";
import { insufficientCredits } from "./_insufficient-credits";
import { prepareSend } from "./_prepare-send";
import { translateLock } from "./_translate-lock";
import { limitMessages } from "./limit-messages";
import { limitRequests } from "./limit-requests";

/**
 * Accepts one SMS: validates, prices, stores and charges it in one commit. `wire` is the body of
 * `POST /api/sms`. Resolves only when the message is durable; a repeated idempotency key resolves to the
 * first answer. Throws AppError with every code of API.md but unauthorized.
 */
export async function sendMessage(
  wire: unknown,
  caller: Caller,
): Promise<{ accepted: AcceptedMessage; isReplay: boolean }> {
  // The HTTP API counts a request before it reads the body; a form has no request of its own to count.
  if (caller.source === "panel") await limitRequests(caller.accountId, caller.test);
  await limitMessages(caller, 1);
  const admission = prepareSend(wire, caller, { priority: 0 });
  if (admission.input.isDryRun) {
    const available = await getBalance(caller.accountId);
    const { credits } = admission;
    if (credits > available) throw insufficientCredits({ required: credits, available });
    return { accepted: toDryRun(admission), isReplay: false };
  }
  const { message, isReplay } = await translateLock(
    admitMessage(admission),
    admission.input.idempotencyKey !== null,
  );
  return { accepted: toAccepted(message), isReplay };
}
