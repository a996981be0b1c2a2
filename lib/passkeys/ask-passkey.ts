import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { challengeLifeMs, issueChallenge } from "./_challenge";
import { demandRelyingParty } from "./relying-party";

export type PasskeyOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/**
 * What a browser needs to let somebody choose a passkey, whoever they are: it names none, so it tells nothing about who
 * has an account. `browser` is what its cookie says. Throws conflict where browsers have no passkeys.
 */
export async function askPasskey({ browser }: { browser: string }): Promise<PasskeyOptions> {
  return generateAuthenticationOptions({
    rpID: demandRelyingParty().id,
    challenge: issueChallenge({ browser }),
    timeout: challengeLifeMs,
    userVerification: "required",
  });
}
