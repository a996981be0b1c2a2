import { expect, test } from "vitest";
import { AppError, type ErrorCode, errorTable } from "./errors";
import { operatorSentence } from "./operator-sentence";

test("every code has the status the API promises", () => {
  const statuses = Object.fromEntries(
    Object.entries(errorTable).map(([code, { status }]) => [code, status]),
  );
  expect(statuses).toEqual({
    invalid_json: 400,
    unauthorized: 401,
    insufficient_credits: 402,
    spend_limit_reached: 402,
    forbidden: 403,
    not_found: 404,
    method_not_allowed: 405,
    conflict: 409,
    payload_too_large: 413,
    unsupported_media_type: 415,
    invalid_request: 422,
    opted_out: 422,
    sender_not_approved: 422,
    verification_blocked: 422,
    idempotency_mismatch: 422,
    rate_limited: 429,
    internal: 500,
    unavailable: 503,
  } satisfies Record<ErrorCode, number>);
});

test("an error carries its code, its sentence, its details and its cause", () => {
  const cause = new Error("socket closed");
  const error = new AppError("unavailable", operatorSentence("Try again soon."), {
    retryAfterMs: 1000,
    cause,
  });
  expect(error).toMatchObject({
    name: "AppError",
    code: "unavailable",
    message: "Try again soon.",
  });
  expect(error.details.retryAfterMs).toBe(1000);
  expect(error.cause).toBe(cause);
});

test("an error without a cause has none", () => {
  expect("cause" in new AppError("not_found", operatorSentence("Not here."))).toBe(false);
});

test("an error is told from others by its class, not by its name", () => {
  const named = Object.assign(new Error("Not here."), { name: "AppError" });
  expect(named instanceof AppError).toBe(false);
  expect(new AppError("not_found", operatorSentence("Not here.")) instanceof AppError).toBe(true);
});
