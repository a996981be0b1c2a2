import { reopenAccount } from "../accounts/reopen-account";
import { recordActivity } from "../activity/record-activity";
import type { Visitor } from "../core/actor";
import type { Tx } from "../core/db";
import type { Role } from "../core/permissions";
import { createSession } from "../sessions/create-session";
import { resumeEndpoints } from "../webhooks/resume-endpoints";

interface Opened {
  sessionId: string;
  /** The account was closed, and this sign-in reopened it. */
  isReopened: boolean;
}

interface Returning {
  userId: string;
  accountId: string;
  email: string;
  role: Role;
}

/**
 * Starts a session for someone who has proved who they are, and reopens their account if it was closed and they own it.
 * Throws unauthorized when it is closed and they don't, or when it is too late.
 */
export async function openSession(
  { userId, accountId, email, role }: Returning,
  visitor: Visitor,
  tx: Tx,
): Promise<Opened> {
  const isReopened = await reopenAccount({ accountId, role }, tx);
  if (isReopened) await resumeEndpoints(accountId, tx);
  const { address, userAgent } = visitor;
  const actor = { kind: "user", accountId, userId, email, address, userAgent } as const;
  const target = { name: email };
  await recordActivity({ actor, action: "sign_in.succeeded", target }, tx);
  if (isReopened) await recordActivity({ actor, action: "account.reopened", target }, tx);
  return { sessionId: await createSession({ visitor, input: { userId } }, tx), isReopened };
}
