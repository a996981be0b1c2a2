import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierMessages, parkedReceipts, refusedCallbacks } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { secrets } from "../core/secrets";
import { getMessage } from "../messages/get-message";
import { listUnmatched } from "../receipts/list-unmatched";
import { matchLeftReceipts } from "../receipts/match-left-receipts";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { api } from "./app";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const known = "192.0.2.7";
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    SMS_API_WEBHOOK_SECRET: secret,
    SMS_API_ADDRESSES: "192.0.2.0/28, 2001:db8::/32",
  });
});
afterAll(async () => {
  await dropDatabase();
});

interface Sending {
  carrier?: string;
  address?: string | null;
  headers?: Record<string, string>;
}

function post(event: unknown, { carrier = "upstream", address = known, headers }: Sending = {}) {
  const body = JSON.stringify(event);
  const url = `http://localhost/api/webhooks/${carrier}/${secrets().carrierWebhook}`;
  return api.fetch(new Request(url, { method: "POST", body, headers: headers ?? sign(body) }), {
    clientAddress: address,
  });
}

/** By the reference library, not by our own code. */
function sign(body: string, { at = new Date(), by = secret, id = `evt_${newId()}` } = {}) {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(by).sign(id, at, body),
  };
}

/** A message the upstream has taken, as the worker leaves it. */
async function sentMessage() {
  const { accountId } = await mintAccount();
  const caller = { accountId, tokenId: null, test: false, source: "api" } as const;
  const wire = { from: "Test", to: "48732129000", body: "Hello" };
  const { accepted } = await sendMessage(wire, caller);
  const messageId = accepted.message_id ?? "";
  const id = parsePublicId("msg", messageId) ?? "";
  await db().update(messages).set({ status: "sent" }).where(eq(messages.id, id));
  const ref = `ref-${newId()}`;
  const remember = () =>
    db().insert(carrierMessages).values({ carrier: "upstream", ref, accountId, messageId: id });
  const status = async () => (await getMessage({ accountId }, messageId)).status;
  return { ref, remember, status };
}

async function refusalsOf(text: string) {
  const rows = await db().select().from(refusedCallbacks);
  return rows.filter(({ body }) => body.includes(text)).map(({ reason }) => reason);
}

describe("an event of a signing upstream", () => {
  test("counts when the reference library signed it, also beside another signature", async () => {
    const { ref, remember, status } = await sentMessage();
    await remember();
    const event = { event: "sms.delivered", message_id: ref };
    const headers = sign(JSON.stringify(event));
    headers["webhook-signature"] = `v1,AAAA v1a,BBBB ${headers["webhook-signature"]}`;
    expect((await post(event, { headers })).status).toBe(200);
    expect(await status()).toBe("delivered");
  });

  test.each<[string, (body: string) => Record<string, string>]>([
    ["nobody signed", () => ({})],
    ["somebody else signed", (body) => sign(body, { by: "whsec_c29tZWJvZHkgZWxzZXMgc2VjcmV0" })],
    ["was signed too long ago", (body) => sign(body, { at: new Date(Date.now() - 301_000) })],
    ["was signed for later", (body) => sign(body, { at: new Date(Date.now() + 302_000) })],
    ["was changed after signing", (body) => sign(`${body} `)],
    ["got another id", (body) => ({ ...sign(body), "webhook-id": "evt_other" })],
  ])("is turned away with 401, kept and without effect when it %s", async (_what, headersFor) => {
    const { ref, remember, status } = await sentMessage();
    await remember();
    const event = { event: "sms.delivered", message_id: ref };
    const answer = await post(event, { headers: headersFor(JSON.stringify(event)) });
    expect(answer.status).toBe(401);
    expect(await status()).toBe("sent");
    expect(await refusalsOf(ref)).toEqual(["wrong_signature"]);
  });

  test.each(["198.51.100.9", "192.0.2.16", null])(
    "is nowhere for the address %s",
    async (address) => {
      const { ref, remember, status } = await sentMessage();
      await remember();
      expect((await post({ event: "sms.delivered", message_id: ref }, { address })).status).toBe(
        404,
      );
      expect(await status()).toBe("sent");
      expect(await refusalsOf(ref)).toEqual(["wrong_address"]);
    },
  );

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
    expect(unmatched[0]?.raw).toMatchObject({ client_ref: "msg_theirs" });
  });

  test("counts as soon as the message is known, the first final one of them", async () => {
    const { ref, remember, status } = await sentMessage();
    await post({ event: "sms.bounced", message_id: ref });
    await post({ event: "sms.delivered", message_id: ref });
    await remember();
    expect((await post({ event: "sms.expired", message_id: ref })).status).toBe(200);
    await matchLeftReceipts();
    expect(await status()).toBe("expired");
    expect((await listUnmatched(50)).filter((each) => each.ref === ref)).toEqual([]);
  });

  test("counts although the process died between the answer and the match", async () => {
    const { ref, remember, status } = await sentMessage();
    await post({ event: "sms.bounced", message_id: ref });
    await remember();
    expect(await status()).toBe("sent");
    expect(await matchLeftReceipts()).toBe(1);
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
