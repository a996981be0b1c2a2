import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prismStartMs, startPrism } from "./start-prism";

let prism: Awaited<ReturnType<typeof startPrism>>;
beforeAll(async () => {
  prism = await startPrism("lib/carriers/sms-gate/specification/local.json");
}, prismStartMs);
afterAll(() => prism.stop());

const message = { textMessage: { text: "Hello" }, phoneNumbers: ["+48732129000"] };

interface Asking {
  path?: string;
  body?: object;
  headers?: Record<string, string>;
}

async function statusOf({ path = "/messages", body = message, headers = {} }: Asking = {}) {
  const response = await fetch(`${prism.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Basic YTpi", ...headers },
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}

describe("a service made from its specification", () => {
  test("accepts a request that holds to it", async () => {
    expect(await statusOf()).toBe(202);
  });

  test.each([
    ["missing field", { body: { textMessage: { text: "Hello" } } }],
    ["field of a wrong type", { body: { ...message, ttl: "soon" } }],
    ["wrong path", { path: "/sms" }],
    ["wrong type of body", { headers: { "content-type": "text/plain" } }],
  ])("rejects a %s", async (_what, request) => {
    const status = await statusOf(request);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
