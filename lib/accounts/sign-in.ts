import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { type VerifiedUser, verifyPassword } from "./_verify-password";
import { SignInInput } from "./contract";
import { createSession, type Visitor } from "./create-session";

export interface SignedIn {
  sessionId: string;
  userId: string;
  accountId: string;
}

/** Signs a user in by password: a new session. Unknown e-mail and wrong password get one answer. */
export async function signIn(input: SignInInput & Visitor): Promise<SignedIn> {
  const { email, password } = parseInput(SignInInput, input);
  const user = await verifyPassword({ email, password, address: input.address });
  if (!user) throw wrongPassword();
  const { userId, accountId } = user;
  const sessionId = await db().transaction(async (tx) => {
    await demandUnchanged(user, tx);
    return createSession(userId, input, tx);
  });
  return { sessionId, userId, accountId };
}

/** Waits for a password change under way: it must not miss a session that the old password opens. */
async function demandUnchanged({ userId, passwordHash }: VerifiedUser, tx: Tx): Promise<void> {
  const [now] = await tx
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId))
    .for("share");
  if (now?.passwordHash !== passwordHash) throw wrongPassword();
}

function wrongPassword(): AppError {
  return new AppError("unauthorized", "E-mail or password is wrong.");
}
