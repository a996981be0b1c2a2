import { reopenAccount } from "../accounts/reopen-account";
import type { Tx } from "../core/db";
import { createSession, type Visitor } from "../sessions/create-session";
import { resumeEndpoints } from "../webhooks/resume-endpoints";

interface Opened {
  sessionId: string;
  /** The account was closed, and this sign-in took that back. */
  isReopened: boolean;
}

/** Starts a session for someone who has proved who they are; an account on its way out stays. */
export async function openSession(
  { userId, accountId }: { userId: string; accountId: string },
  visitor: Visitor,
  tx: Tx,
): Promise<Opened> {
  const isReopened = await reopenAccount(accountId, tx);
  if (isReopened) await resumeEndpoints(accountId, tx);
  return { sessionId: await createSession(userId, visitor, tx), isReopened };
}
