import { isNull } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { type Asker, confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { storeTotp } from "../accounts/store-totp";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { newTotpSecret, sealTotpSecret } from "./_totp";
import { twoStepSentences } from "./sentences";

/** Makes a secret for an authenticator app; it counts for nothing until a code proves that it arrived. */
export async function startTotp(input: unknown, asker: Asker): Promise<void> {
  const { password } = parseInput(PasswordInput, input);
  const { userId } = await confirmPassword(asker, password);
  const totp = { totpSecret: sealTotpSecret(newTotpSecret()), totpLastStep: null };
  const isStarted = await storeTotp({ userId, totp, only: isNull(users.totpEnabledAt) }, db());
  if (!isStarted) throw new AppError("conflict", twoStepSentences.isOn);
}
