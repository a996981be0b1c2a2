import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys } from "@/drizzle/schema/passkeys";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { takeChallenge } from "./_challenge";
import { challengeIn } from "./_challenge-in";
import { readResponse } from "./_read-response";
import { userHandle } from "./_user-handle";
import { PasskeyAnswer } from "./contract";
import { demandRelyingParty, type RelyingParty } from "./relying-party";
import { passkeySentences } from "./sentences";

type Passkey = typeof passkeys.$inferSelect;

/** A passkey that answered: whose it is, and what its device counts now. Null when the answer was wrong. */
export interface Answered {
  passkey: Passkey;
  counter: number | null;
}

interface Wanted {
  /** `browser` is what its cookie says, `response` a `PasskeyAnswer`. Nobody has checked either. */
  input: { browser: string; response: unknown };
}

/**
 * Whose passkey answered the challenge of this browser, at this place, unlocked by its person; the challenge is used up.
 * Throws unauthorized when there is no such passkey, or the challenge is too old.
 */
export async function verifyPasskey({ input }: Wanted): Promise<Answered> {
  const party = demandRelyingParty();
  const answer = readResponse(PasskeyAnswer, input.response);
  if (!answer) throw unknownPasskey();
  const { browser } = input;
  if (!(await takeChallenge(challengeIn(answer.response), { browser }))) throw tookTooLong();
  const [passkey] = await db().select().from(passkeys).where(eq(passkeys.credentialId, answer.id));
  if (!passkey) throw unknownPasskey();
  // Which check failed is nobody's business: a wrong origin, another's passkey, and a bad signature look the same.
  return { passkey, counter: await counterOf(answer, passkey, party).catch(() => null) };
}

/** The refusal of a passkey, whatever is wrong with it. */
export function unknownPasskey(): AppError {
  return new AppError("unauthorized", passkeySentences.unknown);
}

async function counterOf(answer: PasskeyAnswer, passkey: Passkey, { id, origin }: RelyingParty) {
  const { userHandle: handle } = answer.response;
  const owner = Buffer.from(userHandle(passkey.userId)).toString("base64url");
  if (handle !== undefined && handle !== owner) return null;
  const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, "base64url"));
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challengeIn(answer.response),
    expectedOrigin: origin,
    expectedRPID: id,
    // The counter is compared where it is stored, so that of two answers at the same moment one is late.
    credential: { id: passkey.credentialId, publicKey, counter: 0 },
  });
  return verified ? authenticationInfo.newCounter : null;
}

function tookTooLong(): AppError {
  return new AppError("unauthorized", passkeySentences.tookTooLong);
}
