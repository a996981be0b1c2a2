import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { verifications } from "@/drizzle/schema/verifications";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { holdAccount } from "../testing/hold-account";
import {
  ageBy,
  check,
  mintVerifier,
  rowOf,
  verified,
  wrongFor,
} from "../testing/verification-scene";
import { createEndpoint } from "../webhooks/create-endpoint";
import { codeOf } from "./_code-of";
import { checkNumber } from "./check-number";
import { expireVerifications } from "./expire-verifications";
import { getVerification } from "./get-verification";
import { listVerifications } from "./list-verifications";
import { startVerification } from "./start-verification";

async function start(actor: Actor, fields: object = {}) {
  const { verification: view } = await startVerification({
    actor,
    input: { to: verified, ...fields },
  });
  const code = codeOf(await rowOf(actor, view.verification_id));
  return { id: view.verification_id, code, view };
}

test("a resend that is rejected does not prolong the code", async () => {
  const actor = await mintVerifier(1);
  const { id, view } = await start(actor, { ttl: 60 });
  await expect(start(actor, { ttl: 3600 })).rejects.toMatchObject({
    code: "insufficient_credits",
  });
  const shown = await getVerification({ actor, input: { verificationId: id } });
  expect(shown).toEqual(view);
});

test("of two resends at the same moment, the later message is the newest", async () => {
  const actor = await mintVerifier();
  const { id } = await start(actor);
  const later = "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const { id: row } = await rowOf(actor, id);
  await db().update(verifications).set({ messageId: later }).where(eq(verifications.id, row));
  expect((await start(actor)).view).toMatchObject({ sends: 2, message_id: publicId("msg", later) });
});

test("a start while the account is locked leaves no verification, and takes no place", async () => {
  const actor = await mintVerifier();
  const release = await holdAccount(actor.accountId);
  try {
    await expect(start(actor)).rejects.toMatchObject({ code: "unavailable" });
    const keyed = start(actor, { idempotency_key: randomUUID() });
    await expect(keyed).rejects.toMatchObject({ code: "conflict" });
  } finally {
    await release();
  }
  expect((await listVerifications({ actor, input: { limit: 10 } })).data).toEqual([]);
  for (let send = 1; send <= 5; send += 1) await start(actor);
});

test("a start that was cut short ends without an event if it sent nothing, and like any other if it did", async () => {
  const actor = await mintVerifier();
  await createEndpoint({ actor, input: { url: "https://example.com/hook" } });
  const [sent, unsent] = [await start(actor), await start(actor, { to: "48732129001" })];
  const { accountId } = actor;
  // As if the process had ended before it stored which message it was, and of the other before there was one.
  await db()
    .update(verifications)
    .set({ messageId: null })
    .where(eq(verifications.accountId, accountId));
  await db()
    .update(messages)
    .set({ verificationId: null })
    .where(and(eq(messages.accountId, accountId), eq(messages.to, "48732129001")));
  await ageBy(actor, 601);
  await expireVerifications();
  const events = await db()
    .select({ body: webhookDeliveries.body })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.accountId, accountId));
  expect(events.map(({ body }) => JSON.parse(body ?? "null"))).toMatchObject([
    { event: "verification.expired", verification_id: sent.id },
  ]);
  await expect(rowOf(actor, unsent.id)).rejects.toThrow("gone");
});

test("by number, the pending one is checked, whatever the IDs say of which is newer", async () => {
  const actor = await mintVerifier();
  const old = await start(actor);
  for (let guess = 1; guess <= 5; guess += 1) await check(actor, old.id, wrongFor(old.code));
  const { id } = await rowOf(actor, old.id);
  await db()
    .update(verifications)
    .set({ id: "ffffffff-ffff-ffff-ffff-ffffffffffff" })
    .where(and(eq(verifications.accountId, actor.accountId), eq(verifications.id, id)));
  const { code } = await start(actor);
  const input = { to: verified, code };
  expect(await checkNumber({ actor, input })).toEqual({ status: "approved" });
});

test("by number, a used or cancelled code gets what a number without one gets", async () => {
  const actor = await mintVerifier();
  const { id, code } = await start(actor);
  await check(actor, id, code);
  const input = { to: verified, code };
  expect(await checkNumber({ actor, input })).toEqual({ status: "pending" });
});
