import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import type { z } from "zod";
import { AppError } from "../core/errors";
import { algorithms } from "./_algorithms";
import { challengeIn } from "./_challenge-in";
import type { NewPasskey } from "./contract";
import type { RelyingParty } from "./relying-party";
import { passkeySentences } from "./sentences";

/** What a device proved of a new passkey: its key, bound to this place, with a person who unlocked it. Throws invalid_request. */
export async function verifyNew(response: z.output<typeof NewPasskey>, party: RelyingParty) {
  const { registrationInfo } = await checked(response, party).catch((cause: unknown) => {
    throw notVerified(cause);
  });
  if (!registrationInfo) throw notVerified();
  return registrationInfo.credential;
}

/** The refusal of a new passkey, without a word of what was wrong with it. */
export function notVerified(cause?: unknown): AppError {
  return new AppError("invalid_request", passkeySentences.notVerified, { cause });
}

async function checked(response: z.output<typeof NewPasskey>, { id, origin }: RelyingParty) {
  demandNoCertificate(response.response.attestationObject);
  return verifyRegistrationResponse({
    response,
    expectedChallenge: challengeIn(response.response),
    expectedOrigin: origin,
    expectedRPID: id,
    supportedAlgorithmIDs: algorithms,
  });
}

/**
 * We ask no device for its maker's certificate, so browsers send none. Whoever sends one regardless would have the library
 * fetch the list of revoked ones from an address of their choice.
 */
function demandNoCertificate(attestationObject: string): void {
  const attestation = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, "base64url")),
  );
  const isBare =
    attestation.get("fmt") === "none" ||
    (attestation.get("fmt") === "packed" && attestation.get("attStmt").get("x5c") === undefined);
  if (!isBare) throw new Error("a passkey with a certificate, which nobody asked for");
}
