import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { forbiddenLiterals } from "../testing/forbidden-urls";
import { guardedAgent } from "./guarded-agent";
import { postEvent } from "./post-event";
import { makeSecret } from "./sign-payload";

/** Listens where an attacker would like to get to, and counts who came. */
let canary: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  canary = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => canary.listen({ port: 0, host: "::" }, resolve));
  ({ port } = canary.address() as AddressInfo);
});
afterAll(() => {
  canary.close();
});
afterEach(() => expect(connections).toBe(0));

function post(url: string, addresses: string[] = []) {
  const posting = { url, secrets: [makeSecret()], eventId: "evt_x", body: "{}" };
  const agent = guardedAgent({ resolve: async () => addresses });
  return postEvent(posting, agent).finally(() => agent.close());
}

test.each(forbiddenLiterals)("a name that leads to %s is not connected to", async (literal) => {
  const address = new URL(`http://${literal}/`).hostname.replace(/^\[|\]$/g, "");
  const { exchange, isAccepted } = await post("https://hooks.example.com/", [address]);
  expect(exchange).toMatchObject({ status: null, error: "blocked" });
  expect(isAccepted).toBe(false);
});

test("one forbidden address among public ones is enough", async () => {
  for (const addresses of [
    ["93.184.215.14", "127.0.0.1"],
    ["::1", "93.184.215.14"],
  ]) {
    const { exchange } = await post("https://hooks.example.com/", addresses);
    expect(exchange.error).toBe("blocked");
  }
});

test("an endpoint saved before a rule is refused on delivery all the same", async () => {
  for (const host of ["127.0.0.1", "[::1]", "localhost", "0x7f.1", "[::ffff:127.0.0.1]"]) {
    const { exchange } = await post(`http://${host}:${port}/`, ["127.0.0.1"]);
    expect(exchange).toMatchObject({ status: null, error: "blocked" });
  }
});

test("the agent itself refuses a literal, whoever calls it", async () => {
  const agent = guardedAgent();
  const asked = agent.request({ origin: `https://127.0.0.1:${port}`, path: "/", method: "GET" });
  await expect(asked).rejects.toMatchObject({ code: "ERR_BLOCKED_ADDRESS" });
  await agent.close();
});

test("a name without an address says so", async () => {
  expect((await post("https://hooks.example.com/", [])).exchange.error).toBe("dns");
});
