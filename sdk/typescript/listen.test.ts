import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { projectRoot } from "@/lib/database/project-root";
import { exampleOf } from "@/lib/operations/webhook-examples";
import { mintAccount } from "@/lib/testing/mint-account";
import { startApi } from "@/lib/testing/start-api";
import { type Receiver, startReceiver } from "@/lib/testing/start-receiver";
import { isSigned } from "@/lib/webhooks/is-signed";

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

test("events reach a local address once, signed with the printed secret, with the members of a webhook", {
  timeout,
}, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const before = await send(token, failing);
  const command = listen(token, "--forward", receiver.url);
  await expect.poll(command.printed, { timeout }).toContain("Listening.");
  const after = await send(token, replying);
  await expect.poll(kinds, { timeout }).toEqual(expect.arrayContaining(["sms.received"]));
  await expect.poll(kinds, { timeout }).toEqual(expect.arrayContaining(["sms.delivered"]));

  const secret = /whsec_\S+/.exec(command.printed())?.[0] ?? "";
  for (const { headers, body } of receiver.requests) {
    const header = (name: string) => headers[name] as string | undefined;
    expect(isSigned({ header, body }, secret)).toBe(true);
    const event = JSON.parse(body);
    expect(headers["webhook-id"]).toBe(event.id);
    expect(Object.keys(event)).toEqual(Object.keys(exampleOf(event.event)));
  }
  const ofAfter = received().filter(({ message_id }) => message_id === after);
  expect(ofAfter.map(({ event }) => event)).toEqual(["sms.delivered"]);
  // What ended before the command began is no news; what ended after it is.
  expect(received().filter(({ message_id }) => message_id === before).length).toBeLessThan(2);
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

test("--last begins with the newest event there is", { timeout }, async () => {
  receiver = await startReceiver();
  const { token } = await mintAccount({ mode: "test" });
  const first = listen(token, "--forward", receiver.url);
  await expect.poll(first.printed, { timeout }).toContain("Listening.");
  const messageId = await send(token, failing);
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed"]);
  await first.stop();
  listen(token, "--forward", receiver.url, "--last");
  await expect.poll(kinds, { timeout }).toEqual(["sms.failed", "sms.failed"]);
  expect(received().at(-1)?.message_id).toBe(messageId);
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
  await expect.poll(refused.printed, { timeout }).toMatch(/sms\.failed msg_\w+ 500 \d+ ms/);
  await expect.poll(unreachable.printed, { timeout }).toMatch(/sms\.failed msg_\w+ \w+ \d+ ms/);
  const messageId = await send(token, failing);
  await expect.poll(refused.printed, { timeout }).toContain(`${messageId} 500`);
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
