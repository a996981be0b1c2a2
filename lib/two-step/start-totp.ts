import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { type Asker, confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { newTotpSecret, sealTotpSecret } from "./_totp";

/** Makes a secret for an authenticator app; it counts for nothing until a code proves that it arrived. */
export async function startTotp(input: unknown, asker: Asker): Promise<void> {
  const { password } = parseInput(PasswordInput, input);
  const { userId } = await confirmPassword(asker, password);
  const started = await db()
    .update(users)
    .set({ totpSecret: sealTotpSecret(newTotpSecret()), totpLastStep: null })
    .where(and(eq(users.id, userId), isNull(users.totpEnabledAt)))
    .returning({ id: users.id });
  if (started.length === 0) throw new AppError("conflict", "Two-step sign-in is on already.");
}
