import { once } from "node:events";
import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { api } from "../api/app";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { countExtraRequests } from "../sending/limit-requests";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { rawRequest, requestText } from "../testing/raw-request";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { rememberToken } from "../tokens/remember-token";
import { answerSend } from "./answer-send";
import { createListener } from "./create-listener";
import { rejectUnparsed } from "./reject-unparsed";
import { securityHeaders } from "./security-headers";
import { serveHttp } from "./serve-http";
import { serverResponse } from "./server-response";

process.env["RATE_LIMIT_BURST"] = "0";
process.env["RATE_LIMIT_TEST_MESSAGES"] = "4";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const otherKey = "0d6dbd2f-34a5-4a0b-9a5e-0a4b8f3a5c11";

let direct: Awaited<ReturnType<typeof serveHttp>>;
let routed: { url: string; server: Server };
beforeAll(async () => {
  direct = await serveHttp({ port: 0, host: "127.0.0.1", role: "api" });
  // The same response class and router, without the direct way.
  const listener = createListener((request) => api.fetch(request, { clientAddress: "127.0.0.1" }));
  const ServerResponse = serverResponse({ isClosing: false }, securityHeaders());
  const server = createServer({ ServerResponse, keepAliveTimeout: 65_000 }, listener);
  rejectUnparsed(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  routed = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
});
afterAll(async () => {
  routed.server.close();
  await direct.close();
});

type Headers = Record<string, string | undefined>;

interface Request {
  target?: string;
  headers?: Headers;
  body?: string;
}

function textOf(token: string, { target = "POST /api/sms", headers = {}, body }: Request): string {
  const usual = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const text = requestText(target, { ...usual, ...headers }, body ?? JSON.stringify(wire));
  return text.replaceAll("$token", token);
}

const json = (fields: object) => JSON.stringify({ ...wire, ...fields });

/** A response in which everything that two of the same kind may differ in is the same. */
async function responseTo(url: string, token: string, request: Request) {
  const { status, headers, body } = await rawRequest(url, textOf(token, request));
  const mask = (text: string) =>
    text
      .replace(/\b(msg|req)_[0-9A-HJKMNP-TV-Z]{26}/g, "$1_…")
      .replace(/"(created|scheduled)_at":"[^"]*"/g, '"$1_at":"…"')
      .replace(/;t=\d+/, ";t=…");
  const shown = [...headers]
    .filter(([name]) => name !== "date")
    .map(([name, value]) => `${name}: ${mask(value)}`);
  return { status, headers: shown, body: mask(body) };
}

/** Sends a request both ways, each by an account of its own whose token is remembered, and compares the responses. */
async function statusOf(
  request: Request,
  [one, other]: Pick<MintedAccount, "token">[],
): Promise<number> {
  const [first, second] = await Promise.all([
    responseTo(direct.url, one?.token ?? "", request),
    responseTo(routed.url, other?.token ?? "", request),
  ]);
  expect(first).toEqual(second);
  return first.status;
}

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const pair = () => Promise.all([mintAccount(), mintAccount()]);
const usual: Request = {};
const jsonLines = (lines: string) => ({ headers: { "content-type": lines } });

const kinds: [what: string, status: number, request: Request][] = [
  ["a usual send", 200, usual],
  [
    "a plus and a text in Unicode",
    200,
    { body: encoded(json({ to: "+48732129000", body: "Zażółć 🎉" })) },
  ],
  ["every field", 200, { body: json({ client_ref: "order 7", validity: 600, more: "unknown" }) }],
  ["a later time", 200, { body: json({ scheduled_at: tomorrow }) }],
  ["a time that has passed", 422, { body: json({ scheduled_at: "2020-01-01T00:00:00Z" }) }],
  ["a dry run", 200, { body: json({ dry_run: true }) }],
  ["a dry run that is none", 422, { body: json({ dry_run: "yes" }) }],
  ["a key in the body", 200, { body: json({ idempotency_key: key }) }],
  ["that key again", 200, { body: json({ idempotency_key: key }) }],
  ["that key in a header", 200, { headers: { "idempotency-key": key } }],
  ["that key, quoted", 200, { headers: { "idempotency-key": `"${key}"` } }],
  [
    "that key in both",
    200,
    { headers: { "idempotency-key": key }, body: json({ idempotency_key: key.toUpperCase() }) },
  ],
  [
    "that key for another text",
    422,
    { headers: { "idempotency-key": key }, body: json({ body: "Other" }) },
  ],
  [
    "two different keys",
    422,
    { headers: { "idempotency-key": key }, body: json({ idempotency_key: otherKey }) },
  ],
  [
    "a header key sent twice",
    422,
    { headers: { "idempotency-key": `${key}\r\nidempotency-key: ${key}` } },
  ],
  ["a header key that is none", 422, { headers: { "idempotency-key": "7" } }],
  ["an empty header key", 422, { headers: { "idempotency-key": "" } }],
  ["a query", 422, { target: "POST /api/sms?dry_run=true" }],
  ["an empty query", 200, { target: "POST /api/sms?" }],
  ["a slash too many", 404, { target: "POST /api/sms/" }],
  ["an escaped path", 200, { target: "POST /api/%73ms" }],
  ["another method", 405, { target: "PUT /api/sms" }],
  ["an upper-case host", 200, { headers: { host: "EXAMPLE.com:80" } }],
  ["an address as host", 200, { headers: { host: "[::1]:3000" } }],
  [
    "the scheme in lower case",
    200,
    { headers: { authorization: undefined, AUTHORIZATION: "bearer $token  " } },
  ],
  ["HTTP 1.0", 200, { target: "POST /api/sms HTTP/1.0\r\nx-rest:" }],
  ["an expectation", 200, { headers: { expect: "100-continue" } }],
  ["no token", 401, { headers: { authorization: undefined } }],
  ["another scheme", 401, { headers: { authorization: "Basic YTpi" } }],
  [
    "two tokens",
    401,
    { headers: { authorization: "Bearer $token\r\nauthorization: Bearer $token" } },
  ],
  ["no content type", 415, { headers: { "content-type": undefined } }],
  ["a form", 415, jsonLines("application/x-www-form-urlencoded")],
  ["JSON with a charset", 200, jsonLines("application/json; charset=utf-8")],
  ["JSON of a vendor", 200, jsonLines("Application/vnd.api+JSON ;v=1")],
  ["two content types", 415, jsonLines("application/json\r\ncontent-type: text/plain")],
  ["a compressed body that is none", 200, { headers: { "content-encoding": "gzip" } }],
  ["a compressed body", 400, { headers: { "content-encoding": "gzip" }, body: "\x1f\x8b\x08\x00" }],
  ["no body", 400, { headers: { "content-length": "0" }, body: "" }],
  ["JSON that breaks off", 400, { body: '{"from":' }],
  ["an array", 400, { body: "[]" }],
  ["null", 400, { body: "null" }],
  ["a text", 400, { body: '"Hello"' }],
  ["JSON nested deeply", 400, { body: "[".repeat(45_000) }],
  ["a byte order mark", 200, { body: `\xef\xbb\xbf${json({})}` }],
  ["bytes that are no UTF-8", 400, { body: '{"from":"\xff"}' }],
  ["a prototype", 422, { body: '{"__proto__":{"to":"48732129000"}}' }],
  ["no fields", 422, { body: "{}" }],
  ["wrong fields", 422, { body: json({ from: "a brand too long", to: "four", body: "" }) }],
  ["a landline", 422, { body: json({ to: "48221234567" }) }],
  ["too many segments", 422, { body: json({ body: "a".repeat(2000) }) }],
  [
    "a template that is not there",
    422,
    { body: json({ body: undefined, template_id: "tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA" }) },
  ],
  ["as many bytes as there may be", 422, { body: json({ body: "a".repeat(65_000) }) }],
  ["a byte too many", 413, { body: " ".repeat(65_537) }],
  ["chunks", 200, { headers: { "transfer-encoding": "chunked" }, body: chunked(json({})) }],
  [
    "too many chunks",
    413,
    { headers: { "transfer-encoding": "chunked" }, body: chunked(" ".repeat(70_000)) },
  ],
];

describe("the direct way and the router respond alike", () => {
  let both: MintedAccount[];
  beforeAll(async () => {
    both = await Promise.all([mintAccount({ credits: 300 }), mintAccount({ credits: 300 })]);
  });

  // The first, since only 20 rejections a second are looked into.
  test("to a body that breaks off, which counts as a request", async () => {
    const both = await pair();
    expect(await statusOf(usual, both)).toBe(200);
    const [one, other] = both;
    await Promise.all([breakOff(direct.url, one.token), breakOff(routed.url, other.token)]);
    for (const { accountId } of both) {
      await expect.poll(() => listRefusals(accountId)).toEqual(["The request body ended early."]);
    }
    expect(await statusOf(usual, both)).toBe(200);
  });

  test.each(kinds)("to %s: %i", async (_what, status, request) => {
    expect(await statusOf(request, both)).toBe(status);
    // The direct way remembers the token from here on, whatever was refused before.
    expect(await statusOf(usual, both)).toBe(200);
  });

  test("when requests are too many, and counts none twice", async () => {
    const both = await pair();
    expect(await statusOf(usual, both)).toBe(200);
    for (const { accountId } of both) await countExtraRequests(sender(accountId), 2996);
    for (const status of [200, 422, 200, 429, 429]) {
      const request = status === 422 ? { body: "{}" } : usual;
      expect(await statusOf(request, both)).toBe(status);
    }
  });

  test("when messages are too many, and counts none twice", async () => {
    const both = await Promise.all([mintAccount({ mode: "test" }), mintAccount({ mode: "test" })]);
    for (const status of [200, 422, 200, 422, 429, 429]) {
      const request = status === 422 ? { body: "{}" } : usual;
      expect(await statusOf(request, both)).toBe(status);
    }
  });

  test("when credits end", async () => {
    const both = await Promise.all([mintAccount({ credits: 1 }), mintAccount({ credits: 1 })]);
    for (const status of [200, 402, 402]) expect(await statusOf(usual, both)).toBe(status);
  });

  test.each(["suspended", "closing"] as const)(
    "to an account that is %s meanwhile",
    async (state) => {
      const both = await pair();
      expect(await statusOf(usual, both)).toBe(200);
      await setStatus(both, state);
      expect(await statusOf(usual, both)).toBe(403);
      await setStatus(both, "active");
      for (const _time of [1, 2]) expect(await statusOf(usual, both)).toBe(200);
    },
  );

  test("to a test token and the numbers it rehearses with", async () => {
    const both = await Promise.all([mintAccount({ mode: "test" }), mintAccount({ mode: "test" })]);
    for (const [status, to] of [
      [200, "48732129000"],
      [402, "48500000402"],
      [200, "48732129000"],
      [429, "48500000429"],
    ] as const) {
      expect(await statusOf({ body: json({ to }) }, both)).toBe(status);
    }
  });

  test("to a token without the scope", async () => {
    const both = await Promise.all(
      (await pair()).map(({ accountId }) =>
        createToken({
          actor: operatorOf(accountId),
          input: { name: "reads", mode: "live", scopes: ["read"] },
        }),
      ),
    );
    for (const _time of [1, 2]) expect(await statusOf(usual, both)).toBe(403);
  });
});

test("a client that left while its request was counted broke off, too", async () => {
  const { token } = await mintAccount();
  rememberToken(await authenticateToken(`Bearer ${token}`, null));
  const request = new IncomingMessage(new Socket());
  request.headers = { authorization: `Bearer ${token}`, "content-length": "9" };
  request.destroy();
  await once(request, "close");
  const attempts = new WeakMap();
  expect(await answerSend(request, new ServerResponse(request), attempts)).toBe(false);
  expect(attempts.get(request)).toMatchObject({
    isMessageCounted: false,
    failure: { message: "The request body ended early." },
  });
});

const sender = (accountId: string) => operatorOf(accountId, "live");

/** Sends half a request and ends; resolves when the server has ended as well. */
async function breakOff(url: string, token: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1").resume();
  socket.end(textOf(token, {}).slice(0, -7));
  await once(socket, "close");
}

async function listRefusals(accountId: string): Promise<string[]> {
  const rows = await db()
    .select({ detail: refusedRequests.detail })
    .from(refusedRequests)
    .where(eq(refusedRequests.accountId, accountId));
  return rows.map(({ detail }) => detail);
}

async function setStatus(both: MintedAccount[], status: "active" | "suspended" | "closing") {
  for (const { accountId } of both) {
    await db().update(accounts).set({ status }).where(eq(accounts.id, accountId));
  }
}

/** As one byte a character, which is how requests are written here. */
function encoded(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
}
