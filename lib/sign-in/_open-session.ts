import { reopenAccount } from "../accounts/reopen-account";
import type { Visitor } from "../core/actor";
import type { Tx } from "../core/db";
import { createSession } from "../sessions/create-session";
import { resumeEndpoints } from "../webhooks/resume-endpoints";

interface Opened {
  sessionId: string;
  /** The account was closed, and this sign-in reopened it. */
  isReopened: boolean;
}

/**
 * Starts a session for someone who has proved who they are, and reopens their account if it was closed. Throws unauthorized
 * when it is too late for that.
 */
export async function openSession(
  { userId, accountId }: { userId: string; accountId: string },
  visitor: Visitor,
  tx: Tx,
): Promise<Opened> {
  const isReopened = await reopenAccount(accountId, tx);
  if (isReopened) await resumeEndpoints(accountId, tx);
  return { sessionId: await createSession({ visitor, input: { userId } }, tx), isReopened };
}
