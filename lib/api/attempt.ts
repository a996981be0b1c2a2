import type { TokenActor } from "../core/actor";
import { AppError, errorTable } from "../core/errors";
import { limitRequests, type RateState } from "../sending/limit-requests";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { UnprovenTokenError } from "../tokens/unproven-token";

/** What `sendRemembered` did of a request before it left it to the general way: nothing of it is done again. */
export interface Attempt {
  /** As whom it was counted. */
  actor: Pick<TokenActor, "accountId" | "tokenId" | "mode" | "remembered">;
  /** What the count left, or why it refused; null before it. */
  counted: { rate: RateState | undefined } | { refusal: unknown } | null;
  isMessageCounted: boolean;
  /** What its body said; undefined when it was not read. */
  input?: Record<string, unknown>;
  /** Why nothing was sent; undefined when that was not decided. */
  failure?: unknown;
}

/** As `limitRequests`, for a request that may have been counted. */
export async function limitOnce(
  token: AuthenticatedToken,
  attempt: Attempt | undefined,
): Promise<RateState | undefined> {
  if (!attempt?.counted || !isCountedAs(token, attempt)) return limitRequests(token);
  if ("refusal" in attempt.counted) throw attempt.counted.refusal;
  return attempt.counted.rate;
}

/** Whether the message of a request was counted for this token. */
export function isMessageCounted(token: AuthenticatedToken, attempt: Attempt | undefined): boolean {
  return attempt?.isMessageCounted === true && isCountedAs(token, attempt);
}

/**
 * Whether something failed, such as the database. That is not to be done again, since the message may have been stored;
 * nor is the token looked up, which would wait for the same once more.
 */
export function hasFailed({ failure }: Attempt): boolean {
  return failure !== undefined && !(failure instanceof UnprovenTokenError) && !isRefusal(failure);
}

/**
 * Throws why nothing was sent, where that holds for the token as it is now. What was refused to another version of it
 * is decided again.
 */
export function demandUndecided(token: AuthenticatedToken, attempt: Attempt | undefined): void {
  const isSame = attempt?.actor.remembered?.version === token.known.version;
  if (isSame && isRefusal(attempt?.failure)) throw attempt?.failure;
}

/** What the count left of a request's limit; undefined when it refused, or there is none. */
export function rateOf({ counted }: Attempt): RateState | undefined {
  return counted !== null && "rate" in counted ? counted.rate : undefined;
}

/** A conflict is none: it says that the database kept the send waiting for too long. */
function isRefusal(failure: unknown): boolean {
  if (!(failure instanceof AppError) || failure.code === "conflict") return false;
  return errorTable[failure.code].status < 500;
}

function isCountedAs({ accountId, mode }: AuthenticatedToken, { actor }: Attempt): boolean {
  return actor.accountId === accountId && actor.mode === mode;
}
