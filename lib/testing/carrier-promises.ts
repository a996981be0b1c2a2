import { expect, test } from "vitest";
import { callbackSecret } from "../carriers/callback-secret";
import type { Callback, Carrier, Submission, SubmitOutcome } from "../carriers/carrier";
import { newId } from "../core/ids";
import { secrets } from "../core/secrets";

/** A callback to a carrier's path, from nowhere in particular. */
export function callbackOf(change: Partial<Callback> = {}): Callback {
  const { carrier = "carrier" } = change;
  return {
    method: "POST",
    carrier,
    mayBeCommon: false,
    secret: callbackSecret(carrier, secrets().carrierWebhook),
    path: [],
    query: "",
    address: null,
    header: () => undefined,
    body: "{}",
    ...change,
  };
}

const garbage = [
  "",
  "null",
  "{",
  "[]",
  "{}",
  '"delivered"',
  "<xml/>",
  "\u0000",
  "[".repeat(60_000),
];

/**
 * What the product relies on, as tests for a carrier that is ready to accept messages; it is made when the first
 * test runs. Each kind calls it from a test in its own folder, beside a stand-in for the service it submits to.
 */
export function testCarrierPromises(make: () => Carrier): void {
  let made: Carrier | undefined;
  const theCarrier = () => {
    made ??= make();
    return made;
  };

  test("gives one outcome per message, in the order of the messages", async () => {
    const carrier = theCarrier();
    const batch = Array.from({ length: 20 }, () => submission());
    const refs = await refsOf(carrier, batch);
    expect(new Set(refs).size).toBe(batch.length);
    if (!carrier.dedupes) return;
    expect(await refsOf(carrier, batch.toReversed())).toEqual(refs.toReversed());
  });

  test("accepts its largest batch, and an empty one", async () => {
    const carrier = theCarrier();
    const batch = Array.from({ length: carrier.batchSize }, () => submission());
    expect(await refsOf(carrier, batch)).toHaveLength(carrier.batchSize);
    expect(await refsOf(carrier, [])).toEqual([]);
  });

  test.each(garbage)("refuses a callback that it cannot read, with a reason: %j", (body) => {
    const { callbacks } = theCarrier();
    if (callbacks)
      expect(callbacks.receive(callbackOf({ body }))).toEqual({
        refusal: expect.stringMatching(/^(invalid_json|unknown_shape)$/),
      });
  });

  test("refuses any other secret in its path, whatever its length", () => {
    const { callbacks } = theCarrier();
    if (!callbacks) return;
    const { secret } = callbackOf();
    for (const other of ["", "a", secret.slice(1), `${secret}a`, secret.replace(/.$/, "~")]) {
      expect(callbacks.verify(callbackOf({ secret: other })), other).toBe("wrong_secret");
    }
  });
}

function submission(): Submission {
  return {
    messageId: newId(),
    from: "Depesza",
    to: "48732129000",
    body: "Hello",
    segments: 1,
    validUntil: new Date(Date.now() + 3_600_000),
    // Fixed, as it is stored: a repeated submission is the identical request.
    offeredAt: new Date(),
  };
}

async function refsOf(carrier: Carrier, batch: Submission[]): Promise<string[]> {
  const outcomes = await Promise.all(
    (await carrier.submit(batch, { trouble: undefined, record: () => undefined })).map((each) =>
      each.kind === "pending" ? each.outcome : each,
    ),
  );
  return outcomes.map(refOf);
}

function refOf(outcome: SubmitOutcome): string {
  expect(outcome).toMatchObject({ kind: "accepted" });
  return outcome.kind === "accepted" ? outcome.ref : "";
}
