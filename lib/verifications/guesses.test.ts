import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifications } from "@/drizzle/schema/verifications";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { soakOr } from "../testing/soak-or";
import { check, mintVerifier, rowOf, verified, wrongFor } from "../testing/verification-scene";
import { createEndpoint } from "../webhooks/create-endpoint";
import { codeOf } from "./_code-of";
import { checkNumber } from "./check-number";
import { startVerification } from "./start-verification";

const atOnce = 25;

/** The work for each, some at a time: what the pool of connections bears. */
async function forEach<Item>(items: Item[], work: (item: Item) => Promise<unknown>) {
  for (let first = 0; first < items.length; first += atOnce) {
    await Promise.all(items.slice(first, first + atOnce).map(work));
  }
}

async function start(actor: Actor, to = verified) {
  const {
    verification: { verification_id: id },
  } = await startVerification({ actor, input: { to } });
  return { id, code: codeOf(await rowOf(actor, id)) };
}

test("ten random guesses at each of many verifications approve none beyond chance, and five of each are compared", {
  timeout: soakOr(180_000, 30_000),
}, async () => {
  const count = soakOr(1000, 100);
  const actor = await mintVerifier(count);
  const numbers = Array.from({ length: count }, (_, index) => String(48_732_129_000 + index));
  const ids: string[] = [];
  await forEach(numbers, async (to) => {
    const {
      verification: { verification_id },
    } = await startVerification({ actor, input: { to } });
    ids.push(verification_id);
  });
  const guesses = ids.flatMap((id) => Array.from({ length: 10 }, () => id));
  let approved = 0;
  await forEach(guesses, async (id) => {
    const guess = String(randomInt(1_000_000)).padStart(6, "0");
    if ((await check(actor, id, guess)) === "approved") approved += 1;
  });
  // Half are compared. Of the long form's 5,000 one hits in 200 runs, and two in 80,000.
  expect(approved).toBeLessThanOrEqual(1);
  const rows = await db()
    .select({ checks: verifications.checks, status: verifications.status })
    .from(verifications)
    .where(eq(verifications.accountId, actor.accountId));
  const open = rows.filter(({ status }) => status !== "approved");
  expect(open).toHaveLength(count - approved);
  expect(open.filter(({ checks, status }) => checks !== 5 || status !== "max_attempts")).toEqual(
    [],
  );
});

test("of 50 parallel checks of one right code one is approved, by ID and by number, and one event is enqueued", async () => {
  for (let round = 0; round < soakOr(50, 2); round += 1) {
    const actor = await mintVerifier();
    await createEndpoint({ actor, input: { url: "https://example.com/hook" } });
    const { id, code } = await start(actor);
    const input = { to: verified, code };
    const results = await Promise.all(
      Array.from({ length: 50 }, async (_, place) =>
        place % 2 === 0 ? check(actor, id, code) : (await checkNumber({ actor, input })).status,
      ),
    );
    expect(results.filter((status) => status === "approved")).toHaveLength(1);
    const events = await db()
      .select({ type: webhookDeliveries.type })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.accountId, actor.accountId));
    expect(events).toEqual([{ type: "verification.approved" }]);
  }
});

test("of 100 parallel wrong checks five are counted", async () => {
  const actor = await mintVerifier();
  const { id, code } = await start(actor);
  const all = Array.from({ length: 100 }, () => check(actor, id, wrongFor(code)));
  const results = await Promise.all(all);
  expect(results.filter((status) => status === "pending")).toHaveLength(4);
  expect(results.filter((status) => status === "max_attempts")).toHaveLength(96);
  expect(await rowOf(actor, id)).toMatchObject({ checks: 5, status: "max_attempts" });
});

test("codes are spread evenly over all there are", () => {
  const accountId = "019e2c0f-0000-7c43-9d6d-0d7ad1d8a002";
  const counts = Array.from({ length: 10 }, () => 0);
  for (let place = 0; place < 20_000; place += 1) {
    const id = `019e2c0f-0000-7c43-9d6d-${place.toString(16).padStart(12, "0")}`;
    const code = codeOf({ accountId, id, test: false, codeLength: 4 });
    expect(code).toMatch(/^\d{4}$/);
    const first = Number(code[0]);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  // Each is 2,000 give or take 42: seven times that is beyond any chance.
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(300);
});
