import { and, eq, ne } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { hashPassword, refuseGuessable } from "./_password";
import { verifyPassword } from "./_verify-password";
import { ChangePasswordInput } from "./contract";
import type { Session } from "./read-session";

interface PasswordChange {
  session: Session;
  address: string | null;
}

/** Sets a new password and ends every other session of the user. The old password is asked for and counted. */
export async function changePassword(
  input: unknown,
  { session, address }: PasswordChange,
): Promise<void> {
  const wanted = parseInput(ChangePasswordInput, input);
  refuseGuessable(wanted.new_password, session.email, "new_password");
  const { email, userId } = session;
  const user = await verifyPassword({ email, password: wanted.current_password, address });
  if (!user) throw wrongPassword();
  const passwordHash = await hashPassword(wanted.new_password);
  await db().transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, session.sessionId)));
  });
}

function wrongPassword(): AppError {
  const sentence = "This is not your current password.";
  return new AppError("invalid_request", sentence, { fields: { current_password: [sentence] } });
}
