import { describe, expect, test } from "vitest";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import { mintAccount } from "../testing/mint-account";
import { type AuthenticatedToken, authenticateToken } from "../tokens/authenticate-token";
import { UnprovenTokenError } from "../tokens/unproven-token";
import { api } from "./app";
import { type Attempt, demandUndecided, isMessageCounted, limitOnce } from "./attempt";

const refusal = new AppError("invalid_request", coreSentences.wrongFields);
const outage = new AppError("unavailable", coreSentences.noDatabase);

async function enter(): Promise<AuthenticatedToken> {
  const { token } = await mintAccount();
  return authenticateToken(`Bearer ${token}`, null);
}

/** What was attempted for a token as it was `versions` changes ago. */
function attemptOf(token: AuthenticatedToken, versions: number, failure?: unknown): Attempt {
  const remembered = { ...token.known, version: token.known.version - versions };
  const actor = { ...token, remembered };
  return { actor, counted: { rate: undefined }, isMessageCounted: true, failure };
}

describe("a send that was attempted", () => {
  test("is refused as it was while the token is the same, and decided again for a changed one", async () => {
    const token = await enter();
    expect(() => demandUndecided(token, attemptOf(token, 0, refusal))).toThrow(refusal);
    expect(() => demandUndecided(token, attemptOf(token, 1, refusal))).not.toThrow();
  });

  test("is decided again when its token was not proven, or nothing was decided", async () => {
    const token = await enter();
    for (const failure of [new UnprovenTokenError(), undefined]) {
      expect(() => demandUndecided(token, attemptOf(token, 0, failure))).not.toThrow();
    }
    expect(() => demandUndecided(token, undefined)).not.toThrow();
  });

  test("is never sent again after a failure, with which it may have been stored, nor is its token looked up", async () => {
    const rate = { policy: "sustained", remaining: 7, resetSeconds: 60 } as const;
    const lost = Object.assign(new Error("Connection terminated unexpectedly"), { code: "08006" });
    const busy = new AppError("conflict", coreSentences.noDatabase);
    for (const [failure, status] of [
      [lost, 503],
      [outage, 503],
      [busy, 409],
    ] as const) {
      const attempt = { ...attemptOf(await enter(), 0, failure), counted: { rate } };
      const headers = { authorization: "Bearer looked-up-this-is-rejected" };
      const request = new Request("http://localhost/api/sms", { method: "POST", headers });
      const response = await api.fetch(request, { clientAddress: null, attempt });
      expect(response.status).toBe(status);
      expect(response.headers.get("ratelimit")).toBe('"sustained";r=7;t=60');
    }
  });

  test("is counted once, but for an account or a mode that it was not counted for", async () => {
    const [token, other] = [await enter(), await enter()];
    const attempt = attemptOf(token, 0);
    expect(await limitOnce(token, attempt)).toBeUndefined();
    expect(isMessageCounted(token, attempt)).toBe(true);
    for (const stranger of [other, { ...token, mode: "test" as const }]) {
      expect(await limitOnce(stranger, attempt)).toMatchObject({ policy: "sustained" });
      expect(isMessageCounted(stranger, attempt)).toBe(false);
    }
    const over = { ...attempt, counted: { refusal } };
    await expect(limitOnce(token, over)).rejects.toBe(refusal);
  });
});
