import { clearAttempts, hashForKey, takeAttempts, tooManyAttempts } from "../attempts/attempts";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { maxSends, sendWindowSeconds } from "./contract";

interface Wanted {
  actor: Pick<Actor, "accountId" | "mode">;
  to: string;
}

const windowMs = sendWindowSeconds * 1000;

/**
 * Takes one of the five places for a send to a number, each of which is free again ten minutes after it was taken: so no
 * ten minutes have more, wherever they begin. Returns it, to be given back. Throws rate_limited, with the time until the
 * next is free.
 */
export async function takeSend({ actor, to }: Wanted): Promise<string> {
  const subject = hashForKey([actor.accountId, actor.mode, to].join(" "));
  let waitMs = windowMs;
  for (let place = 1; place <= maxSends; place += 1) {
    const key = `verify:${place}:${subject}`;
    const takenForMs = await take(key);
    if (takenForMs === 0) return key;
    waitMs = Math.min(waitMs, takenForMs);
  }
  throw tooManyAttempts(waitMs);
}

/** Makes the place of a send that was refused free at once. */
export async function giveSendBack(key: string): Promise<void> {
  await clearAttempts(key);
}

/** For how long the place is still taken; 0 when it was free, and now is ours. */
async function take(key: string): Promise<number> {
  try {
    await takeAttempts([{ key, most: 1, windowMs }]);
    return 0;
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") {
      return error.details.retryAfterMs ?? windowMs;
    }
    throw error;
  }
}
