import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { twoStepTurned } from "../accounts/account-mails";
import { confirmPassword } from "../accounts/confirm-password";
import { PasswordAndCodeInput } from "../accounts/contract";
import { mailUser } from "../accounts/mail-user";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { dropTotp } from "./_drop-totp";
import { countCodeGuess, forgetCodeGuesses, takeCode } from "./verify-code";

interface Wanted {
  actor: UserActor;
  /** A `PasswordAndCodeInput` that nobody has checked. */
  input: unknown;
}

/** Turns two-step sign-in off; asks for the password and a code, so that a borrowed browser cannot. Tells by mail. */
export async function disableTotp({ actor, input }: Wanted): Promise<{ isMailSent: boolean }> {
  demandToAct(actor);
  const { password, code } = parseInput(PasswordAndCodeInput, input);
  const { userId } = await confirmPassword({ actor, input: { password } });
  const { sessionId } = actor;
  await countCodeGuess({ sessionId });
  await db().transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (user) await takeCode(user, code, tx);
    await dropTotp(userId, tx);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "two_step.disabled", target }, tx);
  });
  await forgetCodeGuesses({ sessionId });
  return { isMailSent: await mailUser(userId, twoStepTurned("off")) };
}
