import { AppError } from "../core/errors";
import { type VerifiedUser, verifyPassword } from "./_verify-password";
import type { Session } from "./read-session";

/** Who asks, and from where: guesses are counted. */
export interface Asker {
  session: Session;
  address: string | null;
}

/** The asker by their own password. Throws invalid_request beside `field` when it is wrong, rate_limited after ten. */
export async function confirmPassword(
  { session, address }: Asker,
  password: string,
  field = "password",
): Promise<VerifiedUser> {
  const user = await verifyPassword({ email: session.email, password, address });
  if (user) return user;
  throw notYourPassword(field);
}

/** The refusal of a password that is wrong, or was changed a moment ago, beside its field. */
export function notYourPassword(field: string): AppError {
  const sentence = "This is not your current password.";
  return new AppError("invalid_request", sentence, { fields: { [field]: [sentence] } });
}
