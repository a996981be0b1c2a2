import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figureNames } from "../metrics/figures";
import { forgetInstallation } from "../monitoring/read-installation";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { useOwnDatabase } from "../testing/use-own-database";
import { api } from "./app";
import type { ApiEnv } from "./context";

let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
let account: MintedAccount;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  server = await startApi();
  account = await mintAccount();
});
afterAll(async () => {
  await server.stop();
  await dropDatabase();
});

const to = "48732129000";

async function scrape(headers: Record<string, string> = {}) {
  forgetInstallation();
  const response = await fetch(`${server.url}/api/metrics`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The values of a figure, by what stands in its braces. */
function valuesOf(text: string, name: string): Record<string, number> {
  const lines = text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const [, labels = "", value] = /^\w+(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return [labels, Number(value)];
    }),
  );
}

function sumOf(text: string, name: string, part = ""): number {
  const found = Object.entries(valuesOf(text, name)).filter(([labels]) => labels.includes(part));
  return found.reduce((sum, [, value]) => sum + value, 0);
}

describe("without a token, the figures are for this machine alone", () => {
  test("a request from here gets them", async () => {
    const { status, headers } = await scrape();
    expect([status, headers.get("content-type")]).toEqual([
      200,
      "text/plain; version=0.0.4; charset=utf-8",
    ]);
  });

  test.each([
    ["that a proxy passed on", { "x-forwarded-for": "127.0.0.1" }],
    ["that a proxy marked otherwise", { via: "1.1 proxy" }],
    ["with a token, though none is set", { "x-real-ip": "1.2.3.4", authorization: "Bearer x" }],
  ])("to a request %s the path does not exist", async (_what, headers) => {
    expect((await scrape(headers)).status).toBe(404);
  });

  test.each<[string, string, ApiEnv["Bindings"]]>([
    ["from another machine", "localhost", { clientAddress: "192.0.2.7", isRelayed: () => false }],
    [
      "for a public name",
      "sms.example.com",
      { clientAddress: "127.0.0.1", isRelayed: () => false },
    ],
    ["through a door that knows no proxies", "localhost", { clientAddress: "127.0.0.1" }],
    ["without an address", "localhost", { clientAddress: null, isRelayed: () => false }],
  ])("nor to one %s", async (_what, host, bindings) => {
    const request = new Request(`http://${host}/api/metrics`, { headers: { host } });
    expect((await api.fetch(request, bindings)).status).toBe(404);
  });
});

test("what is sent shows in the figures, by route template, carrier, and state, without number, text, or token", async () => {
  const before = (await scrape()).text;
  const body = { from: "YourBrand", to, body: "A very secret text" };
  const headers = { authorization: `Bearer ${account.token}`, "content-type": "application/json" };
  const sent = await fetch(`${server.url}/api/sms`, {
    ...{ method: "POST", headers, body: JSON.stringify(body) },
  });
  const { message_id: id } = (await sent.json()) as { message_id: string };
  await fetch(`${server.url}/api/sms/${id}`, { headers });
  await expect
    .poll(async () => sumOf((await scrape()).text, "depesza_messages_total", 'state="delivered"'), {
      timeout: 15_000,
    })
    .toBe(sumOf(before, "depesza_messages_total", 'state="delivered"') + 1);
  const { text } = await scrape();
  const requests = valuesOf(text, "depesza_http_request_duration_seconds_count");
  expect(requests).toMatchObject({
    'process="main",method="POST",route="/api/sms",status="200"': 1,
    'process="main",method="GET",route="/api/sms/{message_id}",status="200"': 1,
  });
  for (const [name, part] of [
    ["depesza_messages_accepted_total", 'source="api"'],
    ["depesza_messages_total", 'carrier="simulator",state="sent"'],
    ["depesza_receipt_delay_seconds_count", 'carrier="simulator"'],
    ["depesza_submit_duration_seconds_count", 'carrier="simulator"'],
    ["depesza_admission_batch_size_sum", ""],
  ] as const) {
    expect([name, sumOf(text, name, part) - sumOf(before, name, part)]).toEqual([name, 1]);
  }
  for (const secret of [to, "secret text", account.token, id]) expect(text).not.toContain(secret);
});

test("a path that does not exist is counted, and not named", async () => {
  await fetch(`${server.url}/api/no-such-path-${to}`);
  const name = "depesza_http_request_duration_seconds_count";
  const part = 'method="GET",route="none",status="404"';
  await expect.poll(async () => sumOf((await scrape()).text, name, part)).toBeGreaterThan(0);
  expect((await scrape()).text).not.toContain("no-such-path");
});

test("the output is what Prometheus reads, and has no figure that the documentation lacks", async () => {
  const { text } = await scrape();
  const typed = [...text.matchAll(/^# TYPE (\w+) (?:counter|gauge|histogram)$/gm)].map(
    ([, name]) => name,
  );
  expect(new Set(typed).size).toBe(typed.length);
  expect(figureNames).toEqual(expect.arrayContaining(typed));
  const sample = /^\w+(\{(\w+="(?:[^"\\\n]|\\.)*",?)*\})? (-?[\d.]+(e[+-]?\d+)?|\+Inf|NaN)$/;
  for (const line of text.trim().split("\n")) {
    if (!line.startsWith("#") && line !== "") expect(line).toMatch(sample);
  }
  expect(valuesOf(text, "depesza_database_up")).toEqual({ "": 1 });
  expect(valuesOf(text, "depesza_process_up")).toEqual({ 'process="main"': 1 });
  expect(sumOf(text, "depesza_disk_free_bytes")).toBeGreaterThan(0);
  expect(sumOf(text, "depesza_database_connections_max")).toBeGreaterThan(0);
});
