import { clearAttempts, takeAttempts } from "../attempts/attempts";
import { demandToAct, type UserActor } from "../core/actor";
import { AppError } from "../core/errors";
import { matchesHash } from "./_password";
import { findUser } from "./find-user";
import { accountSentences } from "./sentences";
import type { VerifiedUser } from "./verify-password";

const most = 10;
const windowMs = 15 * 60_000;

interface Confirmation {
  actor: UserActor;
  /** `field` is where the form has the password; `password` unless it says otherwise. */
  input: { password: string; field?: string };
}

/**
 * The actor's user by their own password. Guesses count per session: who holds a stolen one has ten in 15 minutes,
 * and nobody elsewhere can use up the owner's. Throws invalid_request beside `field`, rate_limited.
 */
export async function confirmPassword({ actor, input }: Confirmation): Promise<VerifiedUser> {
  demandToAct(actor);
  const { password, field = "password" } = input;
  const key = `confirm:session:${actor.sessionId}`;
  await takeAttempts([{ key, most, windowMs }]);
  const user = await findUser({ id: actor.userId });
  const matches = await matchesHash(password, user?.passwordHash, "known");
  if (!user || !matches) throw notYourPassword(field);
  await clearAttempts(key);
  return { userId: user.id, ...user };
}

/** The refusal of a password that is wrong, or was changed a moment ago, beside its field. */
export function notYourPassword(field: string): AppError {
  const sentence = accountSentences.notCurrentPassword;
  return new AppError("invalid_request", sentence, { fields: { [field]: [sentence] } });
}
