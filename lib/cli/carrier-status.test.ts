import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { useOwnDatabase } from "../testing/use-own-database";
import { carrierStatus } from "./carrier-status";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ SMS_API_URL: "http://127.0.0.1:9", SMS_API_TOKEN: "x" });
});
afterAll(() => dropDatabase());

async function status() {
  const prepared = carrierStatus.prepare({});
  return "run" in prepared ? prepared.run() : prepared;
}

test("carrier status shows the circuit breaker, the failure rate, what the carrier said, and the next probe", async () => {
  expect(await status()).toMatchObject({
    lines: [
      "upstream: circuit closed, messages are sent",
      "No attempt in the last 20 s.",
      "No queued messages.",
    ],
    json: {
      carriers: [{ state: "ok", circuit: "closed", attempts: 0, failures: 0, retry_at: null }],
    },
  });
  const attempts = { carrier: "upstream", second: new Date(), certain: 0 };
  await db()
    .insert(carrierAttempts)
    .values([
      { ...attempts, slot: 1, attempts: 30, failures: 0 },
      { ...attempts, slot: 2, attempts: 10, failures: 5, detail: "HTTP 503" },
      // Of an earlier round of the ring.
      { ...attempts, slot: 3, attempts: 9, failures: 9, second: new Date(Date.now() - 60_000) },
    ]);
  expect(await status()).toMatchObject({
    lines: [
      "upstream: circuit closed, messages are sent",
      "5 of 40 attempts failed in the last 20 s (13%).",
      "Last failure: HTTP 503",
      "No queued messages.",
    ],
  });
  const since = new Date("2026-11-27T08:00:00Z");
  const retryAt = new Date("2026-11-27T08:00:08Z");
  const trouble = { reason: "carrier_down", detail: "HTTP 502", since, retryAt };
  await db()
    .insert(carrierStates)
    .values({ carrier: "upstream", state: "open", ...trouble });
  expect(await status()).toMatchObject({
    lines: [
      "upstream: circuit open, carrier_down since 2026-11-27T08:00:00.000Z",
      "5 of 40 attempts failed in the last 20 s (13%).",
      "Last failure: HTTP 502",
      "Next probe: 2026-11-27T08:00:08.000Z",
      "No queued messages.",
    ],
    json: {
      carriers: [
        { state: "waiting", circuit: "open", window_seconds: 20, attempts: 40, failures: 5 },
      ],
    },
  });
});
