import { findUser } from "../accounts/find-user";
import { recordActivity } from "../activity/record-activity";
import { takeAttempts } from "../attempts/attempts";
import type { Visitor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { log } from "../core/log";

const windowMs = 60 * 60_000;
/** Of one person: a flood of guesses is no flood of events. */
const maxEvents = 20;

interface Failure {
  visitor: Visitor;
  /** Whose sign-in was tried; nothing is recorded if nobody is meant. */
  who: { id: string } | { email: string };
  step: "password" | "code" | "passkey";
}

/**
 * Records a sign-in that failed. It changes nothing, so there is no transaction to join, and nobody waits for it: how long
 * the answer takes must not tell whether somebody has this email.
 */
export function recordFailure(failure: Failure): void {
  record(failure).catch((error) =>
    log().error({ err: error }, "a failed sign-in was not recorded"),
  );
}

async function record({ visitor, who, step }: Failure): Promise<void> {
  const user = await findUser(who);
  if (!user || (await isFlood(user.id))) return;
  const { id: userId, accountId, email } = user;
  const { address, userAgent } = visitor;
  const actor = { kind: "user", accountId, userId, email, address, userAgent } as const;
  const target = { name: email };
  await recordActivity({ actor, action: "sign_in.failed", target, after: { step } }, db());
}

async function isFlood(userId: string): Promise<boolean> {
  const [taken] = await takeAttempts([
    { key: `activity:sign-in:${userId}`, most: maxEvents, windowMs },
  ]).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "rate_limited") return [];
    throw error;
  });
  return taken === undefined;
}
