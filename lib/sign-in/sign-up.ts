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
  /** Whether they are at the machine that the installation runs on. */
  isAtTheMachine?: boolean;
}

/**
 * Opens an account for a visitor and signs the new user in. One address opens only so many in an hour. The first account of
 * an installation administers it if it was opened at the machine itself.
 */
export async function signUp({
  visitor,
  input,
  isAtTheMachine = false,
}: NewUser): Promise<SignedIn> {
  const wanted = parseInput(SignUpInput, input);
  await limitSignUps(visitor.address);
  const { userId, accountId } = await createAccount({
    ...wanted,
    language: visitor.language,
    mayAdminister: isAtTheMachine,
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
