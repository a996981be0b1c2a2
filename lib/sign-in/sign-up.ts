import { SignUpInput } from "../accounts/contract";
import { createAccount } from "../accounts/create-account";
import { addressGroup } from "../attempts/address-group";
import { takeAttempts } from "../attempts/attempts";
import type { Visitor } from "../core/actor";
import { env } from "../core/env";
import { parseInput } from "../core/parse-input";
import { createSession } from "../sessions/create-session";
import type { SignedIn } from "./begin-sign-in";

const windowMs = 60 * 60_000;

interface NewUser {
  visitor: Visitor;
  /** A `SignUpInput` that nobody has checked. */
  input: unknown;
}

/** Opens an account for a visitor and signs the new user in. One address opens only so many in an hour. */
export async function signUp({ visitor, input }: NewUser): Promise<SignedIn> {
  const wanted = parseInput(SignUpInput, input);
  await limitSignUps(visitor.address);
  const { userId, accountId } = await createAccount({
    ...wanted,
    language: visitor.language,
    visitor,
  });
  const sessionId = await createSession({ visitor, input: { userId } });
  return { sessionId, userId, accountId };
}

/** Taken e-mails count too: the limit is also what keeps the form from listing who has an account. */
async function limitSignUps(address: string | null): Promise<void> {
  const most = env().SIGN_UPS_PER_HOUR;
  const group = addressGroup(address);
  if (most === 0 || !group) return;
  await takeAttempts([{ key: `sign-up:address:${group}`, most, windowMs }]);
}
