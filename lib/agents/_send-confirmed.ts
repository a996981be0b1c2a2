import type { TokenActor } from "../core/actor";
import { invalidFields } from "../core/invalid-fields";
import { sendMessage } from "../sending/send-message";
import { issueConfirmation, readConfirmation } from "./_confirmation";
import { agentSentences } from "./sentences";

/**
 * Sends a message in two calls: a dry run, which returns what it costs and a confirmation, and the same call with that
 * confirmation. A program can so never send what nobody saw a price of, and repeating the second call never sends twice.
 * Throws what `sendMessage` throws, and invalid_request for a confirmation that is missing or of something else.
 */
export async function sendConfirmed(
  actor: TokenActor,
  given: Record<string, unknown>,
): Promise<object> {
  const { dry_run: isDryRun, confirm, ...message } = given;
  if (isDryRun) {
    const { accepted } = await sendMessage({ actor, input: { ...message, dry_run: isDryRun } });
    const issued = issueConfirmation(actor, message);
    const confirm_until = issued.expiresAt.toISOString();
    return { ...accepted, confirm: issued.confirm, confirm_until };
  }
  if (confirm === undefined || confirm === null) {
    throw invalidFields({ confirm: [agentSentences.unconfirmed] });
  }
  const idempotency_key = readConfirmation(actor, message, confirm);
  const { accepted, isReplay } = await sendMessage({
    actor,
    input: { ...message, idempotency_key },
  });
  return { ...accepted, replayed: isReplay };
}
