import { describe, expect, it } from "vitest";
import { AppError } from "./errors";
import { operatorSentence } from "./operator-sentence";
import { codeOf, toAppError } from "./to-app-error";

/** What PostgreSQL, the system and our pool say when a request is right and its moment is not. */
const notNow = [
  ...["08006", "08P01", "25006", "25P03", "28P01", "3D000", "40001", "40P01", "53100", "53300"],
  ...["55006", "55P03", "57014", "57P01", "57P02", "57P03", "58030"],
  ...["CONNECT_TIMEOUT", "CONNECTION_LOST", "CONNECTION_ENDED", "POOL_EXHAUSTED"],
  ...["STATEMENT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"],
  ...["ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
];

describe("a database that cannot serve right now is 503 with Retry-After, also when a library wraps its error", () => {
  it.each(notNow)("%s", (code) => {
    const wrapped = new Error("Failed query", { cause: Object.assign(new Error("x"), { code }) });
    const { code: ours, details } = toAppError(wrapped);
    expect(ours).toBe("unavailable");
    expect(details.retryAfterMs).toBeGreaterThan(0);
  });
});

it.each(["23505", "42P01", "22P02", "ENOENT"])("%s is our own fault: 500", (code) => {
  expect(toAppError(Object.assign(new Error("x"), { code })).code).toBe("internal");
});

it("a used key is known by its text where a coordinator passes it on without its code", () => {
  const failed = (message: string) =>
    new Error("Failed query", { cause: Object.assign(new Error(message), { code: "XX000" }) });
  expect(codeOf(failed('duplicate key value violates unique constraint "jobs_key_102043"'))).toBe(
    "23505",
  );
  expect(codeOf(failed("could not do it"))).toBe("XX000");
});

it("what is an answer already stays", () => {
  const refusal = new AppError("conflict", operatorSentence("Not in this state."));
  expect(toAppError(refusal)).toBe(refusal);
});
