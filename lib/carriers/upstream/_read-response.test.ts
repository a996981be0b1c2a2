import { describe, expect, test } from "vitest";
import { readRetryAfter } from "../../core/read-retry-after";
import { readResponse } from "./_read-response";

const read = (status: number, body: unknown, retryAfter?: string) =>
  readResponse({
    status,
    retryAfterMs: readRetryAfter(retryAfter),
    text: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("a response of the upstream", () => {
  test.each([200, 201, 202])("%s with an ID is an accepted message", (status) => {
    expect(read(status, { message_id: "a906cff7" })).toEqual({ kind: "accepted", ref: "a906cff7" });
  });

  test.each([
    "",
    "OK",
    "null",
    "[]",
    "{}",
    '{"message_id":""}',
    '{"message_id":7}',
    "[".repeat(60_000),
  ])("200 without an ID may be an accepted message, so the request is repeated: %j", (text) => {
    expect(read(200, text)).toMatchObject({
      ...{ kind: "requeue", reason: "carrier_error", scope: "attempt", mayBeAccepted: true },
      detail: expect.stringMatching(/^The response has no message_id: .{0,100}$/),
    });
  });

  test("422 fails the message in the upstream's own words, field by field, with its code", () => {
    const errors = { to: ["The number is too short."], from: ["The sender is not allowed."] };
    expect(
      read(422, { code: "invalid_request", detail: "Some fields are wrong.", errors }),
    ).toEqual({
      kind: "refused",
      reason: "The number is too short. The sender is not allowed.",
      unquoted: "carrier_rejected",
      carrierCode: "invalid_request",
    });
    expect(read(422, "<h1>no</h1>")).toEqual({
      ...{ kind: "refused", reason: "HTTP 422", carrierCode: "422" },
    });
  });

  test.each([
    [409, {}],
    [422, { code: "idempotency_mismatch" }],
  ])(
    "%s about the key says that it has the message, and nothing about the carrier",
    (status, body) => {
      expect(read(status, body)).toMatchObject({
        ...{ kind: "requeue", reason: "carrier_busy", scope: "message", mayBeAccepted: true },
      });
    },
  );

  test.each([
    [401, "carrier_unauthorized"],
    [402, "carrier_out_of_credits"],
    [403, "carrier_unauthorized"],
    [404, "carrier_down"],
    [405, "carrier_down"],
  ])("%s would meet every message, and none was taken: %s", (status, reason) => {
    expect(read(status, {})).toMatchObject({
      ...{ kind: "requeue", reason, scope: "carrier", mayBeAccepted: false },
    });
  });

  test.each([
    [500, "carrier_error"],
    [502, "carrier_down"],
    [503, "carrier_down"],
    [504, "carrier_down"],
    [418, "carrier_error"],
    [302, "carrier_error"],
  ])("%s is one failed attempt, of a message that may be there: %s", (status, reason) => {
    expect(read(status, "")).toMatchObject({
      ...{
        kind: "requeue",
        reason,
        scope: "attempt",
        mayBeAccepted: true,
        detail: `HTTP ${status}`,
      },
    });
  });

  test("429 pauses everything only if it says for how long", () => {
    const throttled = { kind: "requeue", reason: "carrier_throttled", mayBeAccepted: false };
    expect(read(429, {}, "7")).toMatchObject({ ...throttled, scope: "pause", retryAfterMs: 7000 });
    expect(read(429, {})).toMatchObject({ ...throttled, scope: "attempt", retryAfterMs: null });
  });

  test("is cut and cleaned before it is shown or stored", () => {
    const outcome = read(500, { detail: `\u202e\u001b${"a".repeat(5000)}` });
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^HTTP 500: a{290,300}$/) });
    const refused = read(422, { code: `\u202e${"c".repeat(5000)}` });
    expect(refused).toMatchObject({ carrierCode: expect.stringMatching(/^c{90,100}$/) });
  });
});
