import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { CodeInput } from "../accounts/contract";
import type { Visitor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { findTicket, takeTicket } from "../tickets/tickets";
import { countCodeGuess, forgetCodeGuesses, takeCode } from "../two-step/verify-code";
import { openSession } from "./_open-session";
import { recordFailure } from "./_record-failure";
import { signInSentences } from "./sentences";

interface SecondStep {
  visitor: Visitor;
  /** `ticket` is what the first step returned, `form` a `CodeInput`. Nobody has checked either. */
  input: { ticket: string; form: unknown };
}

/**
 * The second step of a sign-in: a code of the app or a recovery code, each once. Throws unauthorized when
 * the first step is too long ago, invalid_request for a wrong code, rate_limited after ten.
 */
export async function finishSignIn({ visitor, input }: SecondStep) {
  const { ticket: secret, form } = input;
  const { code } = parseInput(CodeInput, form);
  const ticket = await findTicket("second_step", secret);
  if (!ticket) throw tooLate();
  const { userId } = ticket;
  await countCodeGuess({ userId });
  const open = async (tx: Tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!user) throw tooLate();
    await takeCode(user, code, tx);
    if (!(await takeTicket({ kind: "second_step", secret }, tx))) throw tooLate();
    return openSession({ ...user, userId }, visitor, tx);
  };
  const opened = await db()
    .transaction(open)
    .catch((error: unknown) => {
      const isWrongCode = error instanceof AppError && error.code === "invalid_request";
      if (isWrongCode) recordFailure({ visitor, who: { id: userId }, step: "code" });
      throw error;
    });
  await forgetCodeGuesses({ userId });
  return opened;
}

function tooLate(): AppError {
  return new AppError("unauthorized", signInSentences.tookTooLong);
}
