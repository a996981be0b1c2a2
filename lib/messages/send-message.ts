import { createHash } from "node:crypto";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { codeOf } from "../core/to-app-error";
import { getBalance } from "../credits/get-balance";
import { quoteMessage } from "../pricing/quote-message";
import type { AdmittedMessage } from "./_admission";
import { admitMessage } from "./_admit-message";
import type { Caller } from "./caller";
import type { AcceptedMessage, SendMessageInput } from "./contract";
import { limitRequests } from "./limit-requests";
import { refuseTestNumber } from "./refuse-test-number";
import { validateSend } from "./validate-send";

/** SQLSTATE of a lock wait that took longer than the pool allows (PostgreSQL, appendix A). */
const lockNotAvailable = "55P03";

/**
 * Accepts one SMS: validates, prices, stores and charges it in one commit. `wire` is the body of
 * `POST /api/sms`. Resolves only when the message is durable; a repeated idempotency key resolves to the
 * first answer. Throws AppError with every code of API.md but unauthorized.
 */
export async function sendMessage(
  wire: unknown,
  caller: Caller,
): Promise<{ accepted: AcceptedMessage; isReplay: boolean }> {
  // The HTTP API counts a request before it reads the body; a form has no request of its own to count.
  if (caller.source === "panel") await limitRequests(caller.accountId, caller.test);
  const input = validateSend(wire);
  if (caller.test) refuseTestNumber(input.to);
  const quote = quoteMessage(input.body);
  const credits = caller.test ? 0 : quote.credits;
  const { encoding, segments } = quote;
  if (input.isDryRun) return dryRun(input, caller, { encoding, segments, credits });
  const requestHash = hashRequest(input, caller.test);
  const { message, isReplay } = await translateFailure(
    admitMessage({ caller, input, encoding, segments, credits, requestHash }),
    input.idempotencyKey !== null,
  );
  return { accepted: toAnswer(message), isReplay };
}

/** The same request has the same hash: what is sent, to whom, when and how (API.md, idempotency). */
function hashRequest(input: SendMessageInput, test: boolean): string {
  const { from, to, body, clientRef, validitySeconds } = input;
  const scheduledAt = input.scheduledAt?.toISOString() ?? null;
  const canonical = JSON.stringify([from, to, body, scheduledAt, clientRef, validitySeconds, test]);
  return createHash("sha256").update(canonical).digest("base64url");
}

function toAnswer(message: AdmittedMessage): AcceptedMessage {
  return {
    message_id: publicId("msg", message.id),
    status: message.scheduledAt ? "scheduled" : "queued",
    from: message.from,
    to: message.to,
    segments: message.segments,
    encoding: message.encoding,
    credits: message.credits,
    scheduled_at: message.scheduledAt?.toISOString() ?? null,
    created_at: message.createdAt.toISOString(),
    client_ref: message.clientRef,
    test: message.test,
  };
}

async function dryRun(
  input: SendMessageInput,
  caller: Caller,
  price: Pick<AcceptedMessage, "encoding" | "segments" | "credits">,
): Promise<{ accepted: AcceptedMessage; isReplay: boolean }> {
  const available = await getBalance(caller.accountId);
  if (price.credits > available) {
    throw new AppError(
      "insufficient_credits",
      `This needs ${price.credits} credits, the balance is ${available}.`,
      { required: price.credits, available },
    );
  }
  const accepted = {
    message_id: null,
    status: "dry_run" as const,
    from: input.from,
    to: input.to,
    segments: price.segments,
    encoding: price.encoding,
    credits: price.credits,
    scheduled_at: input.scheduledAt?.toISOString() ?? null,
    created_at: new Date().toISOString(),
    client_ref: input.clientRef,
    test: caller.test,
  };
  return { accepted, isReplay: false };
}

/** A row lock that took more than the pool's five seconds: somebody else is busy with this very account. */
async function translateFailure<T>(admission: Promise<T>, hasKey: boolean): Promise<T> {
  try {
    return await admission;
  } catch (error) {
    if (codeOf(error) !== lockNotAvailable) throw error;
    throw stillUnderWay(hasKey, error);
  }
}

function stillUnderWay(hasKey: boolean, cause: unknown): AppError {
  return new AppError(
    hasKey ? "conflict" : "unavailable",
    "Another request of this account is still under way.",
    { retryAfterMs: 1000, cause },
  );
}
