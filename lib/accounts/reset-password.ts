import { eq } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { passwordChanged } from "./_account-mails";
import { mailUser } from "./_mail-user";
import { hashPassword, refuseGuessable } from "./_password";
import { dropTickets, takeTicket } from "./_tickets";
import { forgiveGuesses } from "./_verify-password";
import { ResetPasswordInput } from "./contract";
import { readTicket } from "./read-ticket";

/**
 * Sets the password by a mailed ticket, once; ends every session and half-made sign-in and tells by mail.
 * It signs nobody in, so two-step sign-in still asks. Throws not_found for a dead link, invalid_request.
 */
export async function resetPassword(input: unknown): Promise<void> {
  const { ticket: secret, new_password } = parseInput(ResetPasswordInput, input);
  const ticket = await readTicket("reset", secret);
  if (!ticket) throw deadLink();
  const { email } = ticket;
  refuseGuessable(new_password, email, "new_password");
  const passwordHash = await hashPassword(new_password);
  const userId = await db().transaction(async (tx) => {
    const taken = await takeTicket({ kind: "reset", secret }, tx);
    if (!taken) throw deadLink();
    const { userId } = taken;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await dropTickets(userId, ["second_step", "email"], tx);
    return userId;
  });
  await forgiveGuesses(email);
  await mailUser(userId, passwordChanged());
}

function deadLink(): AppError {
  return new AppError(
    "not_found",
    "This link was used, replaced by a newer one, or is more than an hour old. Ask for a new one.",
  );
}
