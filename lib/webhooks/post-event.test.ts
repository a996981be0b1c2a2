import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { guardedAgent } from "./guarded-agent";
import { postEvent } from "./post-event";
import { makeSecret } from "./sign-payload";

let receiver: Receiver;
beforeAll(async () => {
  vi.stubEnv("WEBHOOK_ALLOW_SUBNETS", "127.0.0.1/32");
  vi.stubEnv("WEBHOOK_TIMEOUT", "1");
  receiver = await startReceiver();
});
beforeEach(() => {
  receiver.requests.length = 0;
});
afterAll(() => receiver.close());

const secret = makeSecret();
const posting = (url = receiver.url) => ({
  url,
  secrets: [secret],
  eventId: "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R",
  body: '{"event":"sms.delivered"}',
});

test("the receiver gets the very bytes, signed, and the exchange shows what went over the wire", async () => {
  receiver.answer = () => ({ status: 202, body: "thanks" });
  const { exchange, isAccepted } = await postEvent(posting());
  expect(isAccepted).toBe(true);
  expect(exchange).toMatchObject({ status: 202, error: null, answer: "thanks" });
  const [got] = receiver.requests;
  expect(got).toMatchObject({ method: "POST", path: "/hook", body: posting().body });
  expect(got?.headers).toMatchObject(exchange.request.headers);
  expect(got?.headers["user-agent"]).toMatch(/^Depesza-Webhooks\//);
  const verified = new Webhook(secret).verify(got?.body ?? "", exchange.request.headers);
  expect(verified).toEqual({ event: "sms.delivered" });
});

test.each([301, 302, 303, 307, 308])("a %i is a failure and not followed", async (status) => {
  const target = await startReceiver();
  receiver.answer = () => ({ status, headers: { location: target.url } });
  const { exchange, isAccepted } = await postEvent(posting());
  expect({ ...exchange, isAccepted }).toMatchObject({
    status,
    error: "redirect",
    isAccepted: false,
  });
  expect(target.connections()).toBe(0);
  await target.close();
});

test("a name is resolved once a connection, and what was checked is what is connected to", async () => {
  receiver.answer = () => ({ status: 200, headers: { connection: "close" } });
  const answers = [["127.0.0.1"], ["127.0.0.2"]];
  let asked = 0;
  const agent = guardedAgent({
    resolve: async () => {
      asked += 1;
      return answers[asked - 1] ?? [];
    },
  });
  const url = `http://rebinding.example.com:${receiver.port}/hook`;
  expect((await postEvent(posting(url), agent)).isAccepted).toBe(true);
  expect(asked).toBe(1);
  const { exchange } = await postEvent(posting(url), agent);
  expect(exchange).toMatchObject({ status: null, error: "blocked" });
  expect(receiver.requests).toHaveLength(1);
  await agent.close();
});

test("who answers too late has not answered", async () => {
  receiver.answer = () => ({ status: 200, delayMs: 30_000 });
  const { exchange, isAccepted } = await postEvent(posting());
  expect({ ...exchange, isAccepted }).toMatchObject({
    status: null,
    error: "timeout",
    isAccepted: false,
  });
  expect(exchange.duration_ms).toBeGreaterThanOrEqual(1000);
});

test("an answer of 10 MB is read to its limit, and its start is kept", async () => {
  receiver.answer = () => ({ status: 200, body: Buffer.alloc(10_000_000, "ż") });
  const { exchange, isAccepted } = await postEvent(posting());
  expect(isAccepted).toBe(true);
  expect(Buffer.byteLength(exchange.answer ?? "")).toBe(4096);
  receiver.answer = () => ({ status: 200 });
  expect((await postEvent(posting())).isAccepted).toBe(true);
});

test("a compressed answer is not unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  receiver.answer = () => ({ status: 500, body: bomb, headers: { "content-encoding": "gzip" } });
  const { exchange } = await postEvent(posting());
  expect(exchange).toMatchObject({ status: 500, error: "status" });
  expect(exchange.answer?.length).toBeLessThanOrEqual(4096);
});

test("whatever bytes an answer has, they are kept as text that can be stored and shown", async () => {
  receiver.answer = () => ({ status: 400, body: Buffer.from([0, 27, 91, 255, 254, 10, 65]) });
  expect((await postEvent(posting())).exchange.answer).toBe("\uFFFD\uFFFD[\uFFFD\uFFFD\nA");
});

test("an endless answer is cut off by the clock, and its status still counts", async () => {
  const server = await listen((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n");
  });
  const { exchange, isAccepted } = await postEvent(posting(`http://127.0.0.1:${portOf(server)}/`));
  expect({ ...exchange, isAccepted }).toMatchObject({ status: 200, answer: "x", isAccepted: true });
  server.close();
});

test.each<[string, (socket: Socket) => void, string]>([
  ["hangs up", (socket) => socket.destroy(), "reset"],
  ["talks nonsense", (socket) => socket.end("hello\r\n\r\n"), "bad_answer"],
  [
    "sends headers without end",
    (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}`),
    "bad_answer",
  ],
])("a server that %s is told apart", async (_what, behave, kind) => {
  const server = await listen(behave);
  const { exchange } = await postEvent(posting(`http://127.0.0.1:${portOf(server)}/`));
  expect(exchange).toMatchObject({ status: null, error: kind });
  server.close();
});

test("a certificate that is none, and a port where nobody is, are told apart", async () => {
  const tls = await postEvent(posting(`https://127.0.0.1:${receiver.port}/`));
  expect(tls.exchange.error).toBe("tls");
  const gone = await startReceiver();
  await gone.close();
  expect((await postEvent(posting(gone.url))).exchange.error).toBe("refused");
});

test("the receiver's Retry-After is read, in seconds and as a date", async () => {
  receiver.answer = () => ({ status: 503, headers: { "retry-after": "120" } });
  expect((await postEvent(posting())).retryAfterMs).toBe(120_000);
  const at = new Date(Date.now() + 60_000).toUTCString();
  receiver.answer = () => ({ status: 429, headers: { "retry-after": at } });
  const { retryAfterMs } = await postEvent(posting());
  expect(retryAfterMs).toBeGreaterThan(50_000);
  expect(retryAfterMs).toBeLessThanOrEqual(60_000);
});

async function listen(behave: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => behave(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
