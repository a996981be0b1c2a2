import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request as send } from "node:https";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { operatorOf } from "../core/actor";
import type { BatchAnswer } from "../sending/batch-contract";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { mintSignedIn } from "../testing/signed-in";
import { startApi } from "../testing/start-api";
import { missingProxy, type ProxyName, proxiedHost, startProxy } from "../testing/start-proxy";
import { useOwnDatabase } from "../testing/use-own-database";
import { createToken } from "../tokens/create-token";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The settings that the documentation gives beside its samples. */
const settings = {
  APP_URL: `https://${proxiedHost}`,
  HOST: "127.0.0.1",
  TRUSTED_PROXIES: "127.0.0.1",
};
/** Where our requests come from, seen by the proxy. */
const clientAddress = "127.0.0.2";
const maxBatchBytes = 8_388_608;

let dropDatabase: () => Promise<void>;
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase(settings);
  api = await startApi();
});
afterAll(async () => {
  await api?.stop();
  await dropDatabase?.();
});

// In CI a missing proxy fails the tests; elsewhere it skips them, and the title says how to get it.
const isNeeded = process.env["CI"] !== undefined;

describe.each<ProxyName>(["nginx", "caddy"])("behind %s, configured as documented", (name) => {
  const missing = missingProxy(name);
  if (missing) {
    test(missing, ({ skip }) => {
      if (isNeeded) expect.fail(missing);
      skip();
    });
    return;
  }

  let proxy: Awaited<ReturnType<typeof startProxy>>;
  beforeAll(async () => {
    proxy = await startProxy(name, { backend: api.url });
  });
  afterAll(() => proxy?.stop());

  const open = async (target: string, { headers, body }: Content = {}) => {
    const [method = "", path = ""] = target.split(" ");
    const request = send({
      host: "127.0.0.1",
      port: proxy.port,
      servername: proxiedHost,
      localAddress: clientAddress,
      rejectUnauthorized: false,
      method,
      path,
      headers: { host: proxiedHost, "content-type": "application/json", ...headers },
    });
    // A server may refuse a body before all of it is written.
    request.on("error", () => {});
    request.end(body);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return response.setEncoding("utf8");
  };
  const call = async (target: string, content: Content = {}) => {
    const response = await open(target, content);
    let text = "";
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, type: response.headers["content-type"], text };
  };

  test("a message is sent, and the live log gets it while the stream stays open", async () => {
    const { token, session } = await mintSignedIn();
    const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
    const stream = await open("GET /api/panel/stream", { headers: { cookie } });
    expect(stream.statusCode).toBe(200);
    let said = "";
    stream.on("data", (chunk: string) => {
      said += chunk;
    });
    await expect.poll(() => said).toContain("event: ready");
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify({ from: "YourBrand", to: "48732129000", body: "Hello" });
    const sent = await call("POST /api/sms", { headers, body });
    expect(sent).toMatchObject({ status: 200 });
    const { message_id: id } = JSON.parse(sent.text) as { message_id: string };
    await expect.poll(() => said).toMatch(new RegExp(`${id}[^\\n]*"delivered"`));
    expect(stream.readableEnded).toBe(false);
    stream.destroy();
  });

  test("a token for one IP address works for that client, whatever another one claims", async () => {
    const { accountId } = await mintSignedIn();
    const statusFor = async (cidr: string, claimed: string) => {
      const { token } = await createToken({
        actor: operatorOf(accountId),
        input: { name: "office", mode: "live", scopes: ["read"], cidrs: [cidr] },
      });
      const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": claimed };
      return (await call("GET /api/sms", { headers })).status;
    };
    expect(await statusFor(`${clientAddress}/32`, "203.0.113.9")).toBe(200);
    expect(await statusFor("203.0.113.9/32", "203.0.113.9")).toBe(401);
  });

  test("a batch of exactly 8 MiB is accepted, and the API rejects one byte more", async () => {
    const { token } = await mintSignedIn();
    const headers = { authorization: `Bearer ${token}` };
    const messages = [{ from: "YourBrand", to: "48732129000", body: "Hello" }];
    const whole = JSON.stringify({ messages }).padEnd(maxBatchBytes, " ");
    const accepted = await call("POST /api/sms/batch", { headers, body: whole });
    expect(accepted).toMatchObject({ status: 200 });
    expect((JSON.parse(accepted.text) as BatchAnswer).accepted).toBe(1);
    const rejected = await call("POST /api/sms/batch", { headers, body: `${whole} ` });
    expect(rejected).toMatchObject({ status: 413, type: "application/problem+json" });
  });
});

interface Content {
  headers?: Record<string, string>;
  body?: string;
}
