import { eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { twoStepTurned } from "./_account-mails";
import { mailUser } from "./_mail-user";
import { replaceRecoveryCodes } from "./_recovery-codes";
import { countCodeGuess, forgetCodeGuesses, takeTotpCode, wrongCode } from "./_verify-code";
import { CodeInput } from "./contract";
import type { Session } from "./read-session";

/** Turns two-step sign-in on with a first code of the app. Returns the recovery codes, which are never shown again. */
export async function enableTotp(
  input: unknown,
  { userId }: Session,
): Promise<{ codes: string[]; isMailSent: boolean }> {
  const { code } = parseInput(CodeInput, input);
  await countCodeGuess(userId);
  const codes = await db().transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!user?.totpSecret || user.totpEnabledAt) {
      throw new AppError("conflict", "Start again: there is nothing to turn on.");
    }
    if (!(await takeTotpCode(user, code.replace(/\s/g, ""), tx))) throw wrongCode();
    await tx.update(users).set({ totpEnabledAt: sql`now()` }).where(eq(users.id, userId));
    return replaceRecoveryCodes(userId, tx);
  });
  await forgetCodeGuesses(userId);
  return { codes, isMailSent: await mailUser(userId, twoStepTurned("on")) };
}
