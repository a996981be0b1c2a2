import { randomUUID } from "node:crypto";
import { and, eq, like, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attempts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { verifications } from "@/drizzle/schema/verifications";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { hashForKey } from "../attempts/attempts";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { sendMessage } from "../sending/send-message";
import {
  ageBy,
  check,
  mintVerifier,
  rowOf,
  verified,
  wrongFor,
} from "../testing/verification-scene";
import { eventSchema } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { codeOf } from "./_code-of";
import { cancelVerification } from "./cancel-verification";
import { checkNumber } from "./check-number";
import { expireVerifications } from "./expire-verifications";
import { getVerification } from "./get-verification";
import { listVerifications } from "./list-verifications";
import { startVerification } from "./start-verification";
import { sweepVerifications } from "./sweep-verifications";

async function start(actor: Actor, fields: object = {}) {
  const { verification: view } = await startVerification({
    actor,
    input: { to: verified, ...fields },
  });
  const code = codeOf(await rowOf(actor, view.verification_id));
  return { id: view.verification_id, code, view };
}

async function eventsOf(actor: Actor) {
  const rows = await db()
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.accountId, actor.accountId));
  return rows.map(({ type, body }) => ({ type, body: JSON.parse(body ?? "null") as unknown }));
}

const url = "https://example.com/hook";

test("the code that was sent is approved once; it is used up, and its event is enqueued once", async () => {
  const actor = await mintVerifier();
  await createEndpoint({ actor, input: { url } });
  await createEndpoint({ actor: operatorOf(actor.accountId, "test"), input: { url } });
  const { id, code, view } = await start(actor, { client_ref: "sign-in 7" });
  expect(view).toMatchObject({
    ...{ status: "pending", to: verified, attempts_left: 5, sends: 1, ended_at: null },
    ...{ client_ref: "sign-in 7", message_id: expect.stringMatching(/^msg_/), test: false },
  });
  expect(Date.parse(view.expires_at) - Date.parse(view.created_at)).toBe(600_000);
  expect(await check(actor, id, wrongFor(code))).toBe("pending");
  expect(await check(actor, id, ` ${code.slice(0, 3)}-${code.slice(3)} `)).toBe("approved");
  expect(await check(actor, id, code)).toBe("expired");
  const shown = await getVerification({ actor, input: { verificationId: id } });
  expect(shown).toMatchObject({ status: "approved", attempts_left: 3 });
  const events = await eventsOf(actor);
  expect(events).toMatchObject([
    {
      type: "verification.approved",
      body: { verification_id: id, approved_at: shown.ended_at, client_ref: "sign-in 7" },
    },
  ]);
  expect(() => eventSchema("verification.approved").strict().parse(events[0]?.body)).not.toThrow();
});

test("it is charged like any message, leaves before bulk, and its message names it", async () => {
  const actor = await mintVerifier(3);
  const { id, view } = await start(actor);
  expect(await getBalance({ actor })).toBe(2);
  const [row] = await db().select().from(messages).where(eq(messages.accountId, actor.accountId));
  expect(row).toMatchObject({ priority: 0, from: "Verify", to: view.to });
  expect(publicId("ver", row?.verificationId ?? "")).toBe(id);
});

test("five wrong codes end it, and the right one comes too late", async () => {
  const actor = await mintVerifier();
  const { id, code } = await start(actor);
  const results: string[] = [];
  for (let guess = 1; guess <= 6; guess += 1) {
    results.push(await check(actor, id, wrongFor(code)));
  }
  expect(results).toEqual([
    ...Array.from({ length: 4 }, () => "pending"),
    "max_attempts",
    "max_attempts",
  ]);
  expect(await check(actor, id, code)).toBe("max_attempts");
  expect(await rowOf(actor, id)).toMatchObject({ checks: 5, endedAt: expect.any(Date) });
});

test("a resend sends the same code, which works longer, and grants no further checks", async () => {
  const actor = await mintVerifier();
  const first = await start(actor, { code_length: 8 });
  await check(actor, first.id, "0000");
  await ageBy(actor, 300);
  const second = await start(actor, { code_length: 4, ttl: 3600 });
  expect(second).toMatchObject({ id: first.id, code: first.code });
  expect(second.view).toMatchObject({ sends: 2, attempts_left: 4 });
  expect(second.view.message_id).not.toBe(first.view.message_id);
  expect(Date.parse(second.view.expires_at)).toBeGreaterThan(Date.parse(first.view.expires_at));
  expect(await check(actor, second.id, first.code)).toBe("approved");
  expect((await start(actor)).id).not.toBe(first.id);
});

test("a resend with a shorter life takes nothing from the code", async () => {
  const actor = await mintVerifier();
  const { view } = await start(actor, { ttl: 3600 });
  expect((await start(actor, { ttl: 60 })).view.expires_at).toBe(view.expires_at);
});

test("resends prolong a code to a day from the first send at most", async () => {
  const actor = await mintVerifier();
  const { id } = await start(actor);
  const createdAt = new Date(Date.now() - 23.5 * 3_600_000);
  await db()
    .update(verifications)
    .set({ createdAt })
    .where(eq(verifications.accountId, actor.accountId));
  const again = await start(actor, { ttl: 3600 });
  expect(again.id).toBe(id);
  expect(Date.parse(again.view.expires_at)).toBe(createdAt.getTime() + 86_400_000);
  await db()
    .update(verifications)
    .set({ expiresAt: new Date() })
    .where(eq(verifications.accountId, actor.accountId));
  expect((await start(actor)).id).not.toBe(id);
});

test("the sixth send to a number within ten minutes is refused, also by another verification", async () => {
  const actor = await mintVerifier();
  for (let send = 1; send <= 5; send += 1) {
    const { id } = await start(actor);
    if (send === 3) await cancelVerification({ actor, input: { verificationId: id } });
  }
  const refused = expect.objectContaining({ code: "rate_limited" });
  await expect(start(actor)).rejects.toEqual(refused);
  expect(await getBalance({ actor })).toBe(95);
  await start(actor, { to: "48732129001" });
});

test("no ten minutes have more than five sends, wherever they begin", async () => {
  const actor = await mintVerifier();
  await start(actor);
  // As if the first was sent nine minutes earlier than the others.
  await ageSends(9 * 60);
  for (let send = 2; send <= 5; send += 1) await start(actor);
  const early = start(actor);
  await expect(early).rejects.toMatchObject({ code: "rate_limited" });
  await early.catch((error) => expect(error.details.retryAfterMs).toBeLessThanOrEqual(60_000));
  await ageSends(61);
  await start(actor);
  await expect(start(actor)).rejects.toMatchObject({ code: "rate_limited" });

  async function ageSends(seconds: number) {
    const subject = hashForKey([actor.accountId, actor.mode, verified].join(" "));
    await db()
      .update(attempts)
      .set({
        windowStartedAt: sql`${attempts.windowStartedAt} - ${seconds}::int * interval '1 second'`,
      })
      .where(like(attempts.key, `verify:%:${subject}`));
  }
});

test("of many starts at once, five are sent, and all have one code", async () => {
  const actor = await mintVerifier();
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => start(actor)));
  const sent = all.flatMap((each) => (each.status === "fulfilled" ? each.value.id : []));
  expect(sent).toHaveLength(5);
  expect(new Set(sent).size).toBe(1);
  expect(await rowOf(actor, sent[0] ?? "")).toMatchObject({ sends: 5 });
});

test("a repeated key sends nothing, and gets the verification as it is now; another request with it is rejected", async () => {
  const actor = await mintVerifier();
  const key = randomUUID();
  const wanted = { to: verified, ttl: 300, idempotency_key: key };
  const { verification: first, isReplay } = await startVerification({ actor, input: wanted });
  expect(isReplay).toBe(false);
  const id = first.verification_id;
  const code = codeOf(await rowOf(actor, id));
  await check(actor, id, wrongFor(code));
  expect(await startVerification({ actor, input: wanted })).toEqual({
    verification: { ...first, attempts_left: 4 },
    isReplay: true,
  });
  await check(actor, id, code);
  const { verification: used } = await startVerification({ actor, input: wanted });
  expect(used).toMatchObject({ verification_id: id, status: "approved", sends: 1 });
  for (const change of [
    { to: "48732129001" },
    { ttl: 360 },
    { language: "pl" },
    { from: "Shop" },
  ]) {
    const other = startVerification({ actor, input: { ...wanted, ...change } });
    await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
  }
  const message = { from: "Verify", to: verified, body: "Hello", idempotency_key: key };
  await expect(sendMessage({ actor, input: message })).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
  expect(await getBalance({ actor })).toBe(99);
});

test("of one request many times at once one is sent", async () => {
  const actor = await mintVerifier();
  const input = { to: verified, idempotency_key: randomUUID() };
  const all = await Promise.all(
    Array.from({ length: 5 }, () => startVerification({ actor, input })),
  );
  expect(all.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  expect(new Set(all.map(({ verification }) => verification.message_id)).size).toBe(1);
  expect(await rowOf(actor, all[0]?.verification.verification_id ?? "")).toMatchObject({
    sends: 1,
  });
  expect(await getBalance({ actor })).toBe(99);
  // None of the others has used up a send.
  for (let send = 2; send <= 5; send += 1) await start(actor);
});

test("a message that is refused starts nothing, and counts as no send", async () => {
  const actor = await mintVerifier(0);
  for (let send = 1; send <= 6; send += 1) {
    await expect(start(actor)).rejects.toMatchObject({ code: "insufficient_credits" });
  }
  const { data } = await listVerifications({ actor, input: { limit: 10 } });
  expect(data).toEqual([]);
  await expect(start(actor, { to: "48221234567" })).rejects.toMatchObject({
    fields: { to: [expect.anything()] },
  });
});

test("after its time a code is worth nothing, and one event says so", async () => {
  const actor = await mintVerifier();
  await createEndpoint({ actor, input: { url } });
  const { id, code } = await start(actor, { ttl: 60 });
  await ageBy(actor, 61);
  const shown = await getVerification({ actor, input: { verificationId: id } });
  expect(shown).toMatchObject({ status: "expired", ended_at: shown.expires_at });
  expect(await check(actor, id, code)).toBe("expired");
  await Promise.all([expireVerifications(), expireVerifications()]);
  await expireVerifications();
  const events = await eventsOf(actor);
  expect(events).toMatchObject([
    { type: "verification.expired", body: { verification_id: id, expired_at: shown.expires_at } },
  ]);
  expect(() => eventSchema("verification.expired").strict().parse(events[0]?.body)).not.toThrow();
  expect((await start(actor)).id).not.toBe(id);
});

test("a cancelled code is worth nothing; cancelling again changes nothing, and what is approved stays so", async () => {
  const actor = await mintVerifier();
  const { id, code } = await start(actor);
  const cancel = (verificationId: string) =>
    cancelVerification({ actor, input: { verificationId } });
  const cancelled = await cancel(id);
  expect(cancelled.status).toBe("cancelled");
  expect(await cancel(id)).toEqual(cancelled);
  expect(await check(actor, id, code)).toBe("expired");
  const next = await start(actor);
  await check(actor, next.id, next.code);
  await expect(cancel(next.id)).rejects.toMatchObject({ code: "conflict" });
});

test("another account finds nothing, and neither does the other mode", async () => {
  const actor = await mintVerifier();
  const { id, code } = await start(actor);
  const others = [await mintVerifier(), operatorOf(actor.accountId, "test")];
  for (const other of others) {
    await expect(check(other, id, code)).rejects.toMatchObject({ code: "not_found" });
    const input = { to: verified, code };
    expect(await checkNumber({ actor: other, input })).toEqual({ status: "pending" });
    expect((await listVerifications({ actor: other, input: { limit: 10 } })).data).toEqual([]);
  }
  expect(await check(actor, id, code)).toBe("approved");
});

describe("in test mode", () => {
  test.each([4, 6, 10])("a code of %i digits is known, and costs nothing", async (length) => {
    const actor = operatorOf((await mintVerifier(0)).accountId, "test");
    const { id, code, view } = await start(actor, { code_length: length });
    expect([code, view.test]).toEqual(["1234567890".slice(0, length), true]);
    expect(await check(actor, id, wrongFor(code))).toBe("pending");
    expect(await check(actor, id, code)).toBe("approved");
  });

  test("no live code is the known one because of it", async () => {
    const actor = await mintVerifier();
    await start(operatorOf(actor.accountId, "test"));
    const input = { to: verified, code: "123456" };
    expect(await checkNumber({ actor, input })).toEqual({ status: "pending" });
  });
});

test("after 30 days a verification is deleted, and no sooner", async () => {
  const actor = await mintVerifier();
  const { id } = await start(actor);
  const day = 86_400;
  await ageBy(actor, 29 * day);
  await sweepVerifications();
  expect(await rowOf(actor, id)).toBeDefined();
  await ageBy(actor, day + 60);
  await sweepVerifications();
  await expect(rowOf(actor, id)).rejects.toThrow("gone");
});

test.each([
  [{ code_length: 3 }, "code_length"],
  [{ code_length: 11 }, "code_length"],
  [{ code_length: 5.5 }, "code_length"],
  [{ ttl: 59 }, "ttl"],
  [{ ttl: 3601 }, "ttl"],
  [{ language: "de" }, "language"],
  [{ webotp_domain: "https://example.com" }, "webotp_domain"],
  [{ webotp_domain: "example" }, "webotp_domain"],
  [{ webotp_domain: "a.b\n@evil.example" }, "webotp_domain"],
  [{ webotp_domain: `${"a".repeat(64)}.example` }, "webotp_domain"],
  [{ template: "tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA" }, "template"],
  [{ template: "\u0000" }, "template"],
  [{ client_ref: "a".repeat(256) }, "client_ref"],
  [{ to: "abc" }, "to"],
])("%j is rejected by the name of its field, and nothing is sent", async (fields, name) => {
  const actor = await mintVerifier();
  const refused = startVerification({ actor, input: { to: verified, ...fields } });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_request",
    fields: { [name]: [expect.anything()] },
  });
  const sent = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, actor.accountId)));
  expect(sent).toEqual([]);
});
