import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { SignInInput } from "../accounts/contract";
import { type VerifiedUser, verifyPassword } from "../accounts/verify-password";
import type { Visitor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { secondStepLifeMs } from "../sessions/session-lifetime";
import { issueTicket } from "../tickets/tickets";
import { openSession } from "./_open-session";
import { recordFailure } from "./_record-failure";
import { signInSentences } from "./sentences";

export interface SignedIn {
  sessionId: string;
  userId: string;
  accountId: string;
}

export type Begun =
  | ({ kind: "signed_in"; isReopened: boolean } & SignedIn)
  | { kind: "second_step"; ticket: string };

interface FirstStep {
  visitor: Visitor;
  /** `devices` is the device cookie, if the browser may have one. */
  input: SignInInput & { devices?: string };
}

/**
 * Signs a user in by password, or, with two-step sign-in, hands out the ticket that asks for a code and
 * opens nothing by itself. Unknown e-mail and wrong password get one answer.
 */
export async function beginSignIn({ visitor, input }: FirstStep): Promise<Begun> {
  const { email, password } = parseInput(SignInInput, input);
  const { devices = "" } = input;
  const user = await verifyPassword({ visitor, input: { email, password, devices } });
  if (!user) {
    recordFailure({ visitor, who: { email }, step: "password" });
    throw wrongPassword();
  }
  const { userId, accountId } = user;
  return db().transaction(async (tx): Promise<Begun> => {
    const { totpEnabledAt } = await demandUnchanged(user, tx);
    if (totpEnabledAt) {
      const wanted = { kind: "second_step", userId, lifeMs: secondStepLifeMs } as const;
      return { kind: "second_step", ticket: await issueTicket(wanted, tx) };
    }
    return { kind: "signed_in", userId, accountId, ...(await openSession(user, visitor, tx)) };
  });
}

/** Waits for a password change under way: it must not miss a session that the old password opens. */
async function demandUnchanged({ userId, passwordHash }: VerifiedUser, tx: Tx) {
  const [now] = await tx
    .select({ passwordHash: users.passwordHash, totpEnabledAt: users.totpEnabledAt })
    .from(users)
    .where(eq(users.id, userId))
    .for("share");
  if (now?.passwordHash !== passwordHash) throw wrongPassword();
  return now;
}

function wrongPassword(): AppError {
  return new AppError("unauthorized", signInSentences.wrongPassword);
}
