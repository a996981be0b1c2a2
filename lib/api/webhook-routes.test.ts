import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierMessages, parkedReceipts, refusedCallbacks } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { callbackSecret } from "../carriers/callback-secret";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { secrets } from "../core/secrets";
import { getMessage } from "../messages/get-message";
import { listUnmatched } from "../receipts/list-unmatched";
import { matchUnmatchedReceipts } from "../receipts/match-unmatched-receipts";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { api } from "./app";

const signingSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const known = "192.0.2.7";
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    SMS_API_WEBHOOK_SECRET: signingSecret,
    SMS_API_ADDRESSES: "192.0.2.0/28, 2001:db8::/32",
  });
});
afterAll(async () => {
  await dropDatabase();
});

interface Sending {
  carrier?: string;
  secret?: string;
  address?: string | null;
  headers?: Record<string, string>;
}

function post(event: unknown, sending?: Sending) {
  return postText(JSON.stringify(event), sending);
}

function postText(
  body: string,
  {
    carrier = "upstream",
    secret = callbackSecret(carrier, secrets().carrierWebhook),
    address = known,
    headers = sign(body),
  }: Sending = {},
) {
  const url = `http://localhost/api/webhooks/${carrier}/${secret}`;
  return api.fetch(new Request(url, { method: "POST", body, headers }), { clientAddress: address });
}

/** By the reference library, not by our own code. */
function sign(body: string) {
  const [at, id] = [new Date(), `evt_${newId()}`];
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(signingSecret).sign(id, at, body),
  };
}

/** A message the upstream has taken, as the worker leaves it. */
async function sentMessage() {
  const { accountId } = await mintAccount();
  const caller = operatorOf(accountId);
  const wire = { from: "Test", to: "48732129000", body: "Hello" };
  const { accepted } = await sendMessage({ actor: caller, input: wire });
  const messageId = accepted.message_id ?? "";
  const id = parsePublicId("msg", messageId) ?? "";
  await db().update(messages).set({ status: "sent" }).where(eq(messages.id, id));
  const ref = `ref-${newId()}`;
  const remember = () =>
    db().insert(carrierMessages).values({ carrier: "upstream", ref, accountId, messageId: id });
  const status = async () =>
    (await getMessage({ actor: operatorOf(accountId), input: { messageId } })).status;
  return { ref, remember, status };
}

async function refusalsOf(text: string) {
  const rows = await db().select().from(refusedCallbacks);
  return rows.filter(({ body }) => body.includes(text)).map(({ reason }) => reason);
}

describe("an event of a signing upstream", () => {
  test("counts when the reference library signed it", async () => {
    const { ref, remember, status } = await sentMessage();
    await remember();
    expect((await post({ event: "sms.delivered", message_id: ref })).status).toBe(200);
    expect(await status()).toBe("delivered");
  });

  test.each<{ what: string; sending: Sending; code: number; reason: string }>([
    { what: "is not signed", sending: { headers: {} }, code: 401, reason: "wrong_signature" },
    {
      what: "comes from another address",
      sending: { address: "198.51.100.9" },
      ...{ code: 404, reason: "wrong_address" },
    },
    { what: "has a wrong path", sending: { secret: "x" }, code: 404, reason: "wrong_secret" },
    { what: "names no carrier", sending: { carrier: "x" }, code: 404, reason: "unknown_carrier" },
  ])("is rejected, stored, and without effect if it $what", async ({ sending, code, reason }) => {
    const { ref, remember, status } = await sentMessage();
    await remember();
    const answer = await post({ event: "sms.delivered", message_id: ref }, sending);
    expect(answer.status).toBe(code);
    expect(await status()).toBe("sent");
    expect(await refusalsOf(ref)).toEqual([reason]);
  });

  test.each([
    ['{"event":', 400, "invalid_json"],
    ['"sms.delivered"', 422, "unknown_shape"],
  ])("is rejected and stored when it is %s", async (body, code, reason) => {
    const text = `${body} `.padEnd(20 + body.length);
    expect((await postText(text)).status).toBe(code);
    expect(await refusalsOf(text)).toEqual([reason]);
  });

  test("neither is asked of the simulator, which is this installation itself", async () => {
    const event = { event: "sms.delivered", message_id: `ref-${newId()}` };
    const answer = await post(event, { carrier: "simulator", address: "127.0.0.1", headers: {} });
    expect(await answer.json()).toMatchObject({ code: "not_found" });
    expect(await refusalsOf(event.message_id)).toEqual([]);
  });
});

describe("an event with what a database cannot keep", () => {
  test.each<[string, Record<string, unknown>]>([
    ["a NUL", { reason: "a\u0000b", note: "\u0000", "\u0000": 1 }],
    ["half a character", { reason: "a\ud83d", body: "cut \ud83d" }],
    ["a character cut by our own limit", { reason: `${"a".repeat(499)}\u{1f600}` }],
    ["a time in microseconds", { failed_at: 1_763_856_000_000_000 }],
    ["a time beyond the calendar", { failed_at: "+012345-01-01T00:00:00Z" }],
  ])("counts all the same: %s", async (_what, odd) => {
    const { ref, remember, status } = await sentMessage();
    const event = { event: "sms.failed", message_id: ref, ...odd };
    expect((await post(event)).status).toBe(404);
    await remember();
    expect((await post(event)).status).toBe(200);
    expect(await status()).toBe("failed");
  });

  test.each(["a\u0000", "\ud83d"])("is of no known shape when its id is %j", async (ref) => {
    expect((await post({ event: "sms.failed", message_id: ref })).status).toBe(422);
  });
});

describe("an event about a message nobody knows", () => {
  test("is 404 each time it is repeated, and kept once for each state", async () => {
    const ref = `ref-${newId()}`;
    for (const event of ["sms.delivered", "sms.delivered", "sms.failed", "sms.delivered"]) {
      expect((await post({ event, message_id: ref, client_ref: "msg_theirs" })).status).toBe(404);
    }
    const unmatched = (await listUnmatched(50)).filter((each) => each.ref === ref);
    expect(unmatched.map(({ status, isFresh }) => [status, isFresh])).toEqual([
      ["failed", true],
      ["delivered", true],
    ]);
    // It may quote the text.
    expect(unmatched[0]?.raw).toBeNull();
  });

  test("counts as soon as the message is known, the first final one of them", async () => {
    const { ref, remember, status } = await sentMessage();
    await post({ event: "sms.bounced", message_id: ref });
    await post({ event: "sms.delivered", message_id: ref });
    await remember();
    expect((await post({ event: "sms.expired", message_id: ref })).status).toBe(200);
    await matchUnmatchedReceipts();
    expect(await status()).toBe("expired");
    expect((await listUnmatched(50)).filter((each) => each.ref === ref)).toEqual([]);
  });

  test("counts although the process died between the answer and the match", async () => {
    const { ref, remember, status } = await sentMessage();
    await post({ event: "sms.bounced", message_id: ref });
    await remember();
    expect(await status()).toBe("sent");
    expect(await matchUnmatchedReceipts()).toBe(1);
    expect(await status()).toBe("bounced");
    const left = await db().select().from(parkedReceipts).where(eq(parkedReceipts.ref, ref));
    expect(left).toEqual([]);
  });

  test("in a list is placed or kept each by itself", async () => {
    const { ref, remember, status } = await sentMessage();
    await remember();
    const list = [
      { event: "sms.delivered", message_id: `ref-${newId()}` },
      { type: "NOTIFICATION", message_id: ref, status: "DELIVERED" },
    ];
    const answer = await post(list);
    expect(await answer.json()).toEqual({ received: 1, kept: 1 });
    expect(await status()).toBe("delivered");
  });
});

test("a flood of callbacks that are turned away is not all kept", async () => {
  const posts = Array.from({ length: 200 }, (_, place) =>
    post({ flood: place }, { carrier: "nobody", headers: {} }),
  );
  const answers = await Promise.all(posts);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  const kept = (await refusalsOf("flood")).length;
  expect(kept).toBeLessThanOrEqual(60);
});
