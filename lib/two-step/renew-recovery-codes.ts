import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { type Asker, confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { replaceRecoveryCodes } from "./_recovery-codes";
import { twoStepSentences } from "./sentences";

/** Ten new recovery codes in place of the old ones, for the password. They are never shown again. */
export async function renewRecoveryCodes(input: unknown, asker: Asker): Promise<string[]> {
  const { password } = parseInput(PasswordInput, input);
  const { userId } = await confirmPassword(asker, password);
  return db().transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!user?.totpEnabledAt) throw new AppError("conflict", twoStepSentences.isOff);
    return replaceRecoveryCodes(userId, tx);
  });
}
