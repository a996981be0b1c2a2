import { generateRegistrationOptions } from "@simplewebauthn/server";
import { confirmPassword } from "../accounts/confirm-password";
import { CodeInput } from "../accounts/contract";
import type { VerifiedUser } from "../accounts/verify-password";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { countCodeGuess, forgetCodeGuesses, takeCode } from "../two-step/verify-code";
import { algorithms } from "./_algorithms";
import { challengeLifeMs, issueChallenge } from "./_challenge";
import { passkeysOf } from "./_passkeys-of";
import { userHandle } from "./_user-handle";
import { maxPasskeys, StartPasskeyInput } from "./contract";
import { demandRelyingParty } from "./relying-party";
import { passkeySentences } from "./sentences";

export type NewPasskeyOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

interface Wanted {
  actor: UserActor;
  /** A `StartPasskeyInput`, and with two-step sign-in a `CodeInput`, that nobody has checked. */
  input: unknown;
}

/**
 * What a browser needs to make a passkey, for the password and, with two-step sign-in, a code: a passkey replaces both.
 * Its challenge is good for five minutes in this session. Throws invalid_request, rate_limited, and conflict when there
 * are twenty already, or where browsers have no passkeys.
 */
export async function startPasskey({ actor, input }: Wanted): Promise<NewPasskeyOptions> {
  demandToAct(actor);
  const { id: rpID } = demandRelyingParty();
  const known = await passkeysOf(actor.userId, db());
  if (known.length >= maxPasskeys) throw tooMany();
  // The name, too: a device keeps what it made, whether we take it or not.
  const { password } = parseInput(StartPasskeyInput, input);
  const user = await confirmPassword({ actor, input: { password } });
  if (user.totpEnabledAt) await confirmCode(user, actor.sessionId, input);
  const { sessionId, email } = actor;
  return generateRegistrationOptions({
    rpName: "Depesza",
    rpID,
    userName: email,
    userDisplayName: user.name ?? email,
    userID: userHandle(user.userId),
    challenge: issueChallenge({ sessionId }),
    timeout: challengeLifeMs,
    attestationType: "none",
    // Found without an email at sign-in, and never used without a PIN, a finger, or a face.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: algorithms,
  });
}

/** The refusal of one more than there may be. */
export function tooMany(): AppError {
  return new AppError("conflict", passkeySentences.tooMany({ max: maxPasskeys }));
}

async function confirmCode(user: VerifiedUser, sessionId: string, input: unknown): Promise<void> {
  const { code } = parseInput(CodeInput, input);
  await countCodeGuess({ sessionId });
  await db().transaction((tx) => takeCode(user, code, tx));
  await forgetCodeGuesses({ sessionId });
}
