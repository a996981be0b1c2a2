import { addressGroup } from "../accounts/address-group";
import { takeAttempts } from "../accounts/attempts";
import { SignUpInput } from "../accounts/contract";
import { createAccount } from "../accounts/create-account";
import { env } from "../core/env";
import { parseInput } from "../core/parse-input";
import type { Language } from "../language/language";
import { createSession, type Visitor } from "../sessions/create-session";
import type { SignedIn } from "./begin-sign-in";

const windowMs = 60 * 60_000;

interface NewUser extends SignUpInput, Visitor {
  /** What they read. */
  language?: Language;
}

/** Opens an account for a visitor and signs the new user in. One address opens only so many in an hour. */
export async function signUp(input: NewUser): Promise<SignedIn> {
  const wanted = parseInput(SignUpInput, input);
  await limitSignUps(input.address);
  const { userId, accountId } = await createAccount({ ...wanted, language: input.language });
  const sessionId = await createSession(userId, input);
  return { sessionId, userId, accountId };
}

/** Taken e-mails count too: the limit is also what keeps the form from listing who has an account. */
async function limitSignUps(address: string | null): Promise<void> {
  const most = env().SIGN_UPS_PER_HOUR;
  const group = addressGroup(address);
  if (most === 0 || !group) return;
  await takeAttempts([{ key: `sign-up:address:${group}`, most, windowMs }]);
}
