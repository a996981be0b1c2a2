import { randomBytes } from "node:crypto";
import { hashForKey, takeAttempts } from "../attempts/attempts";
import { seal, unseal } from "../core/seal";

/** How long a browser may take to answer. */
export const challengeLifeMs = 5 * 60_000;

/** What a challenge is for: adding a passkey in a session, or signing in with a browser that has this cookie. */
export type Bound = { sessionId: string } | { browser: string };

/**
 * Something for a passkey to sign, as bytes. Sealed for whom it is: nothing is stored until it comes back, so asking for
 * any number of them fills no table.
 */
export function issueChallenge(bound: Bound): Uint8Array<ArrayBuffer> {
  const text = `${Date.now() + challengeLifeMs} ${randomBytes(16).toString("base64url")}`;
  return new Uint8Array(Buffer.from(seal(text, purposeOf(bound)), "base64url"));
}

/** Uses a challenge up, right or wrong what was signed. False when it isn't ours, is too old, or was used before. */
export async function takeChallenge(challenge: string, bound: Bound): Promise<boolean> {
  const expiresAt = Number(unseal(challenge, purposeOf(bound))?.split(" ")[0]);
  if (!(expiresAt > Date.now())) return false;
  // Counted beyond its own time, so that there is no moment at which it is new again.
  const limit = {
    key: `passkey:challenge:${hashForKey(challenge)}`,
    windowMs: 2 * challengeLifeMs,
  };
  const [uses] = await takeAttempts([limit]);
  return uses === 1;
}

function purposeOf(bound: Bound): string {
  return "browser" in bound
    ? `depesza passkey sign-in ${bound.browser}`
    : `depesza passkey add ${bound.sessionId}`;
}
