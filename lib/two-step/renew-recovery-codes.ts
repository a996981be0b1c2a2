import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { replaceRecoveryCodes } from "./_recovery-codes";
import { twoStepSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** A `PasswordInput` that nobody has checked. */
  input: unknown;
}

/** Ten new recovery codes in place of the old ones, for the password. They are never shown again. */
export async function renewRecoveryCodes({ actor, input }: Wanted): Promise<string[]> {
  demandToAct(actor);
  const { password } = parseInput(PasswordInput, input);
  const { userId } = await confirmPassword({ actor, input: { password } });
  return db().transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!user?.totpEnabledAt) throw new AppError("conflict", twoStepSentences.isOff);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "two_step.codes_renewed", target }, tx);
    return replaceRecoveryCodes(userId, tx);
  });
}
