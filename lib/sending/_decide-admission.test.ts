import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AdmissionRequest, decideAdmission } from "./_decide-admission";

const anyRequest = fc.record({
  idempotencyKey: fc.option(fc.constantFrom("a", "b", "c"), { nil: null }),
  requestHash: fc.constantFrom("x", "y"),
  credits: fc.integer({ min: 0, max: 10 }),
  tokenId: fc.option(fc.constantFrom("first", "second"), { nil: undefined }),
  late: fc.option(fc.constant(new Error("Its time has passed.")), { nil: null, freq: 9 }),
});

/** The same promise the slow way: one request after the other against one balance and a limit of one token. */
function oneByOne(
  requests: AdmissionRequest[],
  { balance, limit }: { balance: number; limit: number },
  stored: Map<string, string | null>,
) {
  const left = { all: balance, first: limit };
  const spend = ({ credits, tokenId }: AdmissionRequest) => {
    if (credits > left.all) return "no_credits";
    if (tokenId === "first") {
      if (credits > left.first) return "over_limit";
      left.first -= credits;
    }
    left.all -= credits;
    return "accept";
  };
  const decide = (request: AdmissionRequest) => {
    const { idempotencyKey, requestHash, late } = request;
    const known = stored.get(idempotencyKey ?? "");
    if (known !== undefined) return known === requestHash ? "replay" : "mismatch";
    if (late) return "late";
    const outcome = spend(request);
    if (idempotencyKey && outcome === "accept") stored.set(idempotencyKey, requestHash);
    return outcome;
  };
  return requests.map(decide);
}

describe("a batch is decided as if its requests came one by one", () => {
  test("for any batch, balance, spend limit, and known keys", () => {
    fc.assert(
      fc.property(
        fc.array(anyRequest, { maxLength: 30 }),
        fc.record({
          balance: fc.integer({ min: 0, max: 60 }),
          limit: fc.integer({ min: 0, max: 30 }),
        }),
        fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("x", "y")),
        (requests, { balance, limit }, stored) => {
          const known = new Map(
            Object.entries(stored).map(([key, requestHash]) => [key, { requestHash }]),
          );
          const { decisions, spent } = decideAdmission(
            requests,
            { balance, budgets: new Map([["first", limit]]) },
            known,
          );
          const expected = oneByOne(requests, { balance, limit }, new Map(Object.entries(stored)));
          const kinds = decisions.map(({ kind }) => (kind === "replay_of_batch" ? "replay" : kind));
          expect(kinds).toEqual(expected);
          expect(spent).toBeLessThanOrEqual(balance);
          const accepted = requests.filter((_, place) => decisions[place]?.kind === "accept");
          expect(accepted.reduce((sum, { credits }) => sum + credits, 0)).toBe(spent);
        },
      ),
    );
  });

  test("a refusal does not block a cheaper request behind it", () => {
    const requests = [2, 1].map((credits) => {
      return { idempotencyKey: null, requestHash: "x", credits, late: null };
    });
    const { decisions } = decideAdmission(requests, { balance: 1, budgets: new Map() }, new Map());
    expect(decisions).toEqual([
      { kind: "no_credits", required: 2, available: 1 },
      { kind: "accept" },
    ]);
  });
});
