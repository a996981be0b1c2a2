import { validateRequest } from "twilio/lib/webhooks/webhooks";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { operatorOf } from "../core/actor";
import { addOptOut } from "../opt-outs/add-opt-out";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { twilioClient } from "../testing/twilio-client";
import { useOwnDatabase } from "../testing/use-own-database";

vi.setConfig({ testTimeout: 60_000 });

let drop: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
let receiver: Receiver;

beforeAll(async () => {
  drop = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    WEBHOOK_RETRY_SCHEDULE: "0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9",
  });
  server = await startApi();
  receiver = await startReceiver();
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
  await drop();
});

const text = { from: "YourBrand", to: "+48732129000", body: "Zażółć &=+% 😀" };
const client = (account: MintedAccount) => twilioClient(server.url, account);

type Change = Partial<Parameters<ReturnType<typeof client>["messages"]["create"]>[0]>;

/** What is wrong with a message, and the code that says so. */
const wrongs: [what: string, change: Change, code: number][] = [
  ["no number", { to: "hello" }, 21211],
  ["a landline", { to: "+48221234567" }, 21614],
  ["no text", { body: "" }, 21602],
  ["a text that is too long", { body: "a".repeat(1531) }, 21617],
  ["a sender that is none", { from: "Much too long a name" }, 21212],
  ["a picture", { mediaUrl: ["https://example.com/a.png"] }, 20001],
  ["a service in place of a sender", serviceOnly(), 21603],
  ["a callback that is no URL", { statusCallback: "nowhere" }, 21609],
  ["a callback into a network", { statusCallback: "http://10.0.0.1/" }, 21609],
  ["a callback to a cloud's secrets", { statusCallback: "http://169.254.169.254/" }, 21609],
];

/** The callbacks that came to a path, in the order of their coming, once there are so many. */
async function callbacksAt(path: string, count: number) {
  const at = () => receiver.requests.filter((request) => request.path === path);
  await expect.poll(() => at().length, { timeout: 30_000 }).toBe(count);
  return at().map(({ body, headers }) => ({
    headers,
    fields: Object.fromEntries(new URLSearchParams(body)),
  }));
}

describe("Twilio's client for Node", () => {
  test("sends a message and follows it until it is delivered", async () => {
    const account = await mintAccount({ mode: "test" });
    const sent = await client(account).messages.create(text);
    expect(sent).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: "queued",
      direction: "outbound-api",
      numSegments: "1",
      errorCode: null,
      ...text,
    });
    expect(Math.abs(sent.dateCreated.getTime() - Date.now())).toBeLessThan(60_000);
    const status = async () => (await client(account).messages(sent.sid).fetch()).status;
    await expect.poll(status, { timeout: 30_000 }).toBe("delivered");
  });

  test("pages through a list, newest first, each message once", async () => {
    const account = await mintAccount({ mode: "test" });
    const { messages } = client(account);
    const sids: string[] = [];
    for (let count = 0; count < 5; count += 1) sids.unshift((await messages.create(text)).sid);
    const listed = await messages.list({ pageSize: 2 });
    expect(listed.map(({ sid }) => sid)).toEqual(sids);
    expect((await messages.list({ limit: 3, pageSize: 2 })).map(({ sid }) => sid)).toEqual(
      sids.slice(0, 3),
    );
    const each = await new Promise<string[]>((resolve, reject) => {
      const seen: string[] = [];
      const done = (error?: Error) => (error ? reject(error) : resolve(seen));
      messages.each({ pageSize: 2, done }, ({ sid }) => seen.push(sid));
    });
    expect(each).toEqual(sids);
  });

  test("filters a list by recipient, sender, and day", async () => {
    const account = await mintAccount({ mode: "test" });
    const { messages } = client(account);
    const { sid } = await messages.create({ ...text, to: "+48732129001", from: "Other" });
    await messages.create(text);
    const sidsOf = async (filter: object) => (await messages.list(filter)).map((each) => each.sid);
    expect(await sidsOf({ to: "+48732129001" })).toEqual([sid]);
    expect(await sidsOf({ from: "Other" })).toEqual([sid]);
    const dayMs = 86_400_000;
    const tomorrow = new Date(Date.now() + dayMs);
    expect(await sidsOf({ dateSentAfter: tomorrow })).toEqual([]);
    expect(await sidsOf({ dateSentBefore: tomorrow })).toHaveLength(2);
    expect(await sidsOf({ dateSentBefore: new Date(Date.now() - dayMs) })).toEqual([]);
  });

  test("schedules a message and cancels it", async () => {
    const account = await mintAccount();
    const sendAt = new Date(Date.now() + 3_600_000);
    const { messages } = client(account);
    const { sid, status } = await messages.create({ ...text, sendAt, scheduleType: "fixed" });
    expect(status).toBe("scheduled");
    expect(await messages(sid).update({ status: "canceled" })).toMatchObject({
      status: "canceled",
    });
    expect(await client(account).balance.fetch()).toMatchObject({ balance: "100" });
  });

  test("reads the account, and not its auth token", async () => {
    const account = await mintAccount();
    const twilio = client(account);
    const fetched = await twilio.api.v2010.accounts(twilio.accountSid).fetch();
    expect(fetched).toMatchObject({
      ...{ sid: twilio.accountSid, ownerAccountSid: twilio.accountSid },
      ...{ status: "active", type: "Full", authToken: null },
    });
    expect(Math.abs(fetched.dateCreated.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test("reads the balance, in credits", async () => {
    const account = await mintAccount({ credits: 42 });
    expect(await client(account).balance.fetch()).toMatchObject({
      balance: "42",
      currency: "credits",
    });
  });

  test.each(wrongs)("is told what is wrong with %s", async (_what, change, code) => {
    const account = await mintAccount({ mode: "test" });
    const { messages } = client(account);
    const failure = messages.create({ ...text, ...change });
    await expect(failure).rejects.toMatchObject({ status: 400, code });
    expect(await messages.list()).toEqual([]);
  });

  test("is told of an opt-out, of too few credits, of a wrong token, and of too many requests", async () => {
    const account = await mintAccount({ credits: 1 });
    const { accountId } = account;
    const { messages } = client(account);
    await addOptOut({ actor: operatorOf(accountId), input: { number: "48732129001" } });
    await expect(messages.create({ ...text, to: "+48732129001" })).rejects.toMatchObject({
      ...{ status: 400, code: 21610 },
    });
    await messages.create({ ...text, body: "one" });
    await expect(messages.create(text)).rejects.toMatchObject({ status: 402, code: 30002 });
    const stranger = client({ ...account, token: (await mintAccount()).token });
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    const limited = client(await mintAccount({ mode: "test" }));
    await expect(limited.messages.create({ ...text, to: "+48500000429" })).rejects.toMatchObject({
      ...{ status: 429, code: 20429 },
    });
  });

  test("finds no message of another account", async () => {
    const { sid } = await client(await mintAccount()).messages.create(text);
    const other = client(await mintAccount());
    await expect(other.messages(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe("StatusCallback", () => {
  test("gets sent, then delivered, signed so that Twilio's own validator takes them", async () => {
    const account = await mintAccount({ mode: "test" });
    const statusCallback = `http://127.0.0.1:${receiver.port}/orders?order=7&shop=a%20b`;
    const { sid, accountSid } = await client(account).messages.create({ ...text, statusCallback });
    const got = await callbacksAt("/orders?order=7&shop=a%20b", 2);
    expect(got.map(({ fields }) => fields["MessageStatus"]).sort()).toEqual(["delivered", "sent"]);
    for (const { headers, fields } of got) {
      expect(fields).toMatchObject({
        ...{ MessageSid: sid, SmsSid: sid, AccountSid: accountSid, ApiVersion: "2010-04-01" },
        ...{ To: text.to, From: text.from, SmsStatus: fields["MessageStatus"] },
      });
      const signature = String(headers["x-twilio-signature"]);
      const { token } = account;
      expect(validateRequest(token, signature, statusCallback, fields)).toBe(true);
      expect(validateRequest("another", signature, statusCallback, fields)).toBe(false);
      const changed = { ...fields, MessageStatus: "failed" };
      expect(validateRequest(token, signature, statusCallback, changed)).toBe(false);
    }
  });

  test("of a message that does not arrive says undelivered, and why", async () => {
    const account = await mintAccount({ mode: "test" });
    const { messages } = client(account);
    const codes = { "+48500000002": "30007", "+48500000003": "30003", "+48500000004": "30005" };
    const ending = async ([to, code]: [string, string]) => {
      const statusCallback = `http://127.0.0.1:${receiver.port}/to/${code}`;
      const { sid } = await messages.create({ ...text, to, statusCallback });
      const got = (await callbacksAt(`/to/${code}`, 2)).map(({ fields }) => fields);
      const said = { MessageStatus: "undelivered", ErrorCode: code };
      expect(got).toContainEqual(expect.objectContaining(said));
      const shown = { status: "undelivered", errorCode: Number(code) };
      expect(await messages(sid).fetch()).toMatchObject(shown);
    };
    await Promise.all(Object.entries(codes).map(ending));
  });

  test("is tried again until it is taken, with the same bytes and one token", async () => {
    const account = await mintAccount({ mode: "test" });
    const seen = new Set<string>();
    receiver.answer = ({ body }) => {
      const isKnown = seen.has(body);
      seen.add(body);
      return { status: isKnown ? 200 : 503 };
    };
    const statusCallback = `http://127.0.0.1:${receiver.port}/again`;
    await client(account).messages.create({ ...text, statusCallback });
    const got = await callbacksAt("/again", 4);
    receiver.answer = () => ({ status: 200 });
    const tokens = got.map(({ headers }) => headers["i-twilio-idempotency-token"]);
    expect(new Set(tokens).size).toBe(2);
    expect(seen.size).toBe(2);
  });

  test("that is gone for one message still comes for the others of its host", async () => {
    const account = await mintAccount({ mode: "test" });
    receiver.answer = ({ path }) => ({ status: path === "/gone" ? 410 : 200 });
    const url = `http://127.0.0.1:${receiver.port}`;
    const { messages } = client(account);
    await messages.create({ ...text, statusCallback: `${url}/gone` });
    await callbacksAt("/gone", 2);
    await messages.create({ ...text, statusCallback: `${url}/there` });
    await callbacksAt("/there", 2);
    receiver.answer = () => ({ status: 200 });
  });
});

test("a request that nobody may make ends before its body is read", async () => {
  const statuses: number[] = [];
  const { accountId, token } = await mintAccount();
  const path = `/2010-04-01/Accounts/AC${accountId.replaceAll("-", "")}/Messages.json`;
  for (const [authorization, body] of [
    ["", "To=1"],
    [`Bearer ${token}`, "To=1"],
    [`Basic ${Buffer.from(`AC:${token}`).toString("base64")}`, "To=1"],
    ["", `Body=${"a".repeat(70_000)}`],
  ]) {
    const response = await fetch(`${server.url}${path}`, {
      method: "POST",
      headers: {
        authorization: authorization ?? "",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: body ?? "",
    });
    statuses.push(response.status);
    expect(await response.json()).toMatchObject({
      status: response.status,
      code: expect.any(Number),
    });
  }
  expect(statuses).toEqual([401, 401, 401, 413]);
});

/** Undefined is left out by the client, so that the service alone is named. */
function serviceOnly() {
  return { from: undefined as unknown as string, messagingServiceSid: `MG${"b".repeat(32)}` };
}
