import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { request as send } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { missingProxy, proxiedHost, startProxy } from "@/lib/testing/start-proxy";

/** Stands for a process with this role: it says the role, and what the proxy forwarded. */
async function startRole(role: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    response.end(JSON.stringify({ role, headers: request.headers }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const servers: Server[] = [];
let proxy: Awaited<ReturnType<typeof startProxy>> | undefined;
const missing = missingProxy("nginx");

beforeAll(async () => {
  if (missing) return;
  const web = await startRole("web");
  const api = await startRole("api");
  servers.push(web.server, api.server);
  proxy = await startProxy("nginx", {
    file: "nginx/depesza-roles.conf",
    change: (sample) =>
      sample
        // The second machine is gone: nginx asks the other one.
        .replace("api1.example.com:3000", "127.0.0.1:1")
        .replace("api2.example.com:3000", api.address)
        .replace("web.example.com:3000", web.address),
  });
});
afterAll(async () => {
  await proxy?.stop();
  for (const server of servers) server.close();
});

async function ask(path: string): Promise<{ role: string; headers: Record<string, string> }> {
  const request = send({
    host: "127.0.0.1",
    port: proxy?.port,
    servername: proxiedHost,
    rejectUnauthorized: false,
    path,
    headers: { host: proxiedHost },
  }).end();
  const [response] = await once(request, "response");
  return JSON.parse(await text(response));
}

test.for([
  ["/", "web"],
  ["/messages", "web"],
  ["/api/sms", "api"],
  ["/api/webhooks/upstream/secret", "api"],
  ["/api/health/ready", "api"],
  ["/2010-04-01/Accounts/AC0/Messages.json", "api"],
  ["/api/auth/session", "web"],
  ["/api/panel/stream", "web"],
  ["/api/panel/messages", "web"],
] as const)(
  "nginx leads %s to a process with the role %s, as the client asked",
  async ([path, role], { skip }) => {
    if (missing) {
      if (process.env["CI"]) expect.fail(missing);
      return skip();
    }
    const answer = await ask(path);
    expect(answer.role).toBe(role);
    expect(answer.headers).toMatchObject({
      host: proxiedHost,
      "x-forwarded-host": proxiedHost,
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "https",
    });
  },
);
