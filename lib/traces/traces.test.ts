import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "../webhooks/create-endpoint";
import { flushSpans } from "./flush-spans";

let dropDatabase: () => Promise<void>;
let collector: Receiver;
let customer: Receiver;
let server: Awaited<ReturnType<typeof startApi>>;
let account: MintedAccount;

beforeAll(async () => {
  collector = await startReceiver(() => ({ status: 200, body: "{}" }));
  customer = await startReceiver();
  dropDatabase = await useOwnDatabase({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}/`,
    OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20key",
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
  });
  server = await startApi();
  account = await mintAccount();
  const actor = operatorOf(account.accountId, "live");
  await createEndpoint({ actor, input: { url: `${customer.url}?key=of-the-customer` } });
});
afterAll(async () => {
  await server.stop();
  await dropDatabase();
  await Promise.all([collector.close(), customer.close()]);
});

interface Received {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  links?: { traceId: string; spanId: string }[];
  attributes: { key: string; value: Record<string, unknown> }[];
}

/** Every span that the collector got so far. */
function received(): Received[] {
  return collector.requests.flatMap(({ body }) => {
    const { resourceSpans } = JSON.parse(body) as {
      resourceSpans: { scopeSpans: { spans: Received[] }[] }[];
    };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  });
}

const client = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7" };
const to = "48732129000";
const text = "A very secret text";

async function send(traceparent: string) {
  const response = await fetch(`${server.url}/api/sms`, {
    method: "POST",
    headers: {
      ...{ authorization: `Bearer ${account.token}`, "content-type": "application/json" },
      traceparent,
    },
    body: JSON.stringify({ from: "YourBrand", to, body: text }),
  });
  return (await response.json()) as { message_id: string };
}

function messageOf({ attributes }: Received): unknown {
  return attributes.find(({ key }) => key === "depesza.message_id")?.value["stringValue"];
}

test("a message is one trace from the request to the webhook, with a link to the client's, and without text or number", async () => {
  const { message_id: id } = await send(`00-${client.traceId}-${client.spanId}-01`);
  await expect.poll(() => customer.requests.length, { timeout: 15_000 }).toBe(1);
  const find = async () => {
    await flushSpans();
    const { traceId } = received().find((span) => messageOf(span) === id) ?? {};
    return received().filter((span) => span.traceId === traceId);
  };
  const names = ["POST /api/sms", "admit", "receipt", "submit", "webhook"];
  await expect
    .poll(async () => [...new Set((await find()).map(({ name }) => name))].sort(), {
      timeout: 15_000,
    })
    .toEqual(names);
  const spans = await find();
  const root = spans.find(({ name }) => name === "POST /api/sms");
  expect(root?.parentSpanId ?? "").toBe("");
  expect(root?.links).toMatchObject([client]);
  for (const span of spans) {
    if (span !== root) expect(span).toMatchObject({ parentSpanId: root?.spanId });
  }
  expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
  const exported = collector.requests.map(({ body }) => body).join("\n");
  for (const secret of [to, text, account.token, "of-the-customer"]) {
    expect(exported).not.toContain(secret);
  }
  const [first] = collector.requests;
  expect([first?.path, first?.headers["x-key"]]).toEqual(["/v1/traces", "a key"]);
  expect(first?.headers["content-type"]).toBe("application/json");
});

test("a request that sends nothing is a part of the client's trace", async () => {
  const headers = {
    authorization: `Bearer ${account.token}`,
    traceparent: `00-${client.traceId}-${client.spanId}-01`,
  };
  await fetch(`${server.url}/api/sms`, { headers });
  await expect
    .poll(async () => {
      await flushSpans();
      return received().find(({ name }) => name === "GET /api/sms");
    })
    .toMatchObject({ traceId: client.traceId, parentSpanId: client.spanId });
});

test.each([
  ["nonsense", "a".repeat(500)],
  ["zeros", `00-${"0".repeat(32)}-${"0".repeat(16)}-01`],
])("a traceparent of %s is ignored", async (_what, traceparent) => {
  const { message_id: id } = await send(traceparent);
  await expect
    .poll(async () => {
      await flushSpans();
      const { traceId } = received().find((span) => messageOf(span) === id) ?? {};
      return received().find((span) => span.traceId === traceId && span.name === "POST /api/sms");
    })
    .toMatchObject({ name: "POST /api/sms" });
});
