import { isNull } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { storeTotp } from "../accounts/store-totp";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { newTotpSecret, sealTotpSecret } from "./_totp";
import { twoStepSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** A `PasswordInput` that nobody has checked. */
  input: unknown;
}

/** Makes a secret for an authenticator app; it counts for nothing until a code proves that it arrived. */
export async function startTotp({ actor, input }: Wanted): Promise<void> {
  demandToAct(actor);
  const { password } = parseInput(PasswordInput, input);
  const { userId } = await confirmPassword({ actor, input: { password } });
  const totp = { totpSecret: sealTotpSecret(newTotpSecret()), totpLastStep: null };
  const isStarted = await storeTotp({ userId, totp, only: isNull(users.totpEnabledAt) }, db());
  if (!isStarted) throw new AppError("conflict", twoStepSentences.isOn);
}
