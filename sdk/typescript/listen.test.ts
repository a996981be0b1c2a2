import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { projectRoot } from "@/lib/database/project-root";
import { type Fault, startFlakyProxy } from "@/lib/testing/flaky-proxy";
import { mintAccount } from "@/lib/testing/mint-account";
import { startApi } from "@/lib/testing/start-api";
import { type Receiver, startReceiver } from "@/lib/testing/start-receiver";
import { isSigned } from "@/lib/webhooks/is-signed";
import { Depesza } from "./client.mjs";
import { readWebhook } from "./webhook.mjs";

const timeout = 60_000;
/** In test mode: delivered, and the phone replies. */
const replying = "48500000010";
const failing = "48500000002";

let server: Awaited<ReturnType<typeof startApi>>;
let receiver: Receiver;
interface Listening {
  printed(): string;
  type(text: string): void;
  ended(): Promise<number | null>;
  stop(): Promise<void>;
}
const listening: Listening[] = [];

beforeAll(async () => {
  server = await startApi();
});
afterEach(async () => {
  for (const each of listening.splice(0)) await each.stop();
  await receiver?.close();
});
afterAll(() => server.stop());

/** The command as a developer runs it. */
function listen(token: string, ...words: string[]): Listening {
  const program = join(projectRoot(), "sdk/typescript/bin/depesza.mjs");
  const child = spawn(process.execPath, [program, "listen", "--url", server.url, ...words], {
    env: { ...process.env, ACTIO_TOKEN: token },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const closed = once(child, "close");
  const started = {
    printed: () => printed,
    type: (text: string) => {
      child.stdin.write(text);
    },
    ended: async () => {
      await closed;
      return child.exitCode;
    },
    async stop() {
      child.kill("SIGTERM");
      await closed;
    },
  };
  listening.push(started);
  return started;
}

async function send(token: string, to: string): Promise<string> {
  const response = await fetch(`${server.url}/api/sms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ from: "YourBrand", to, body: "Hello." }),
  });
  const { message_id } = (await response.json()) as { message_id: string };
  return message_id;
}

const received = () => receiver.requests.map(({ body }) => JSON.parse(body));
const kinds = () => received().map(({ event }) => event);

test("every event from then on reaches a local address, signed with the printed secret", {
  timeout,
}, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const command = listen(token, "--forward", receiver.url);
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  const messageId = await send(token, replying);
  await expect.poll(kinds, { timeout }).toEqual(expect.arrayContaining(["sms.received"]));
  await expect.poll(kinds, { timeout }).toEqual(expect.arrayContaining(["sms.delivered"]));

  const secret = /whsec_\S+/.exec(command.printed())?.[0] ?? "";
  for (const { headers, body } of receiver.requests) {
    const header = (name: string) => headers[name] as string | undefined;
    expect(isSigned({ header, body }, secret)).toBe(true);
    expect(readWebhook({ secret, headers, body })).toEqual(JSON.parse(body));
    expect(headers["webhook-id"]).toBe(JSON.parse(body).id);
  }
  const delivered = received().filter(({ event }) => event === "sms.delivered");
  expect(delivered.map(({ message_id }) => message_id)).toEqual([messageId]);
});

test("while it runs, its listener is among the endpoints, and ends with it", {
  timeout,
}, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const client = new Depesza({ baseUrl: server.url, token });
  const command = listen(token, "--forward", receiver.url);
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  const { data } = await client.call("listWebhookEndpoints");
  expect(data).toMatchObject([{ url: receiver.url, listen: true, test: true }]);
  await command.stop();
  expect(await client.call("listWebhookEndpoints")).toEqual({ data: [] });
});

test("when its listener is deleted, it ends with a sentence", { timeout }, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const client = new Depesza({ baseUrl: server.url, token });
  const command = listen(token, "--forward", receiver.url);
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  const { data } = await client.call("listWebhookEndpoints");
  const params = { endpoint_id: data[0]?.id ?? "" };
  await client.call("deleteWebhookEndpoint", { params });
  expect(await command.ended()).toBe(1);
  expect(command.printed()).toContain("not found");
});

test("r posts the last event again, with the same ID", { timeout }, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const command = listen(token, "--forward", receiver.url, "--secret", "whsec_c2VjcmV0");
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  expect(command.printed()).not.toContain("whsec_");
  await send(token, failing);
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed"]);
  command.type("r\n");
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed", "sms.failed"]);
  const [first, second] = receiver.requests;
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(second?.body).toBe(first?.body);
});

test("when a response is lost, it says that events may be missing and how to get them", {
  timeout,
}, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const faults: Fault[] = [];
  // The first request makes the listener.
  faults[1] = "lost";
  const proxy = await startFlakyProxy(server.url, faults);
  const command = listen(token, "--forward", receiver.url, "--url", proxy.url);
  await expect.poll(command.printed, { timeout }).toContain("replay them in the dashboard");
  await send(token, failing);
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed"]);
  await command.stop();
  await proxy.stop();
});

test("an address that refuses, or is not there, ends nothing and is told", {
  timeout,
}, async () => {
  receiver = await startReceiver(() => ({ status: 500 }));
  const { token } = await mintAccount({ mode: "test" });
  const refused = listen(token, "--forward", receiver.url);
  const unreachable = listen(token, "--forward", "http://127.0.0.1:1/hook");
  await expect.poll(refused.printed, { timeout }).toContain("Listening.");
  await expect.poll(unreachable.printed, { timeout }).toContain("Listening.");
  await send(token, failing);
  await expect.poll(refused.printed, { timeout }).toMatch(/sms\.failed evt_\w+ 500 \d+ ms/);
  await expect.poll(unreachable.printed, { timeout }).toMatch(/sms\.failed evt_\w+ \w+ \d+ ms/);
  await send(token, failing);
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed", "sms.failed"]);
});

test("neither texts nor numbers are printed", { timeout }, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const command = listen(token, "--forward", receiver.url);
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  await send(token, replying);
  await expect.poll(command.printed, { timeout }).toContain("sms.received");
  for (const secret of ["Hello.", "Thanks!", replying, token]) {
    expect(command.printed()).not.toContain(secret);
  }
});

test("a wrong token, and a wrong address, end it with a sentence", { timeout }, async () => {
  receiver = await startReceiver();
  const unknown = listen("actio_test_wrong", "--forward", receiver.url);
  expect(await unknown.ended()).toBe(1);
  expect(unknown.printed()).toMatch(/token/i);
  for (const words of [
    [],
    ["--forward", "file:///etc/passwd"],
    ["--forward", "x"],
    ["--what"],
    ["--forward", receiver.url, "--secret", "whsec_"],
  ]) {
    const command = listen("actio_test_any", ...words);
    expect(await command.ended()).toBe(1);
    expect(command.printed()).toContain("depesza listen --forward URL");
  }
  expect(receiver.requests).toEqual([]);
});
