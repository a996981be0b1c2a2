import type { IncomingHttpHeaders } from "node:http";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorOf } from "@/lib/core/actor";
import { type MintedAccount, mintAccount } from "@/lib/testing/mint-account";
import { inventWebhookSecret, signWebhook } from "@/lib/testing/sign-webhook";
import { executedTable, inEveryLanguage, openStage, type Stage } from "@/lib/testing/snippet-stage";
import { type Receiver, startReceiver } from "@/lib/testing/start-receiver";
import { useOwnDatabase } from "@/lib/testing/use-own-database";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";
import { exampleFiles } from "./example-files";
import { type LanguageId, languages } from "./languages";

const calls = ["create-webhook-endpoint", "verify-webhook"];
const timeout = 100_000;
let dropDatabase: () => Promise<void>;
let stage: Stage<LanguageId>;
let receiver: Receiver;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ WEBHOOK_ALLOW_SUBNETS: "127.0.0.1" });
  stage = await openStage(exampleFiles);
  receiver = await startReceiver();
}, timeout);

afterAll(async () => {
  await stage?.close();
  await receiver?.close();
  await dropDatabase?.();
});

describe("create-webhook-endpoint", () => {
  test("adds an endpoint and prints its id and secret", { timeout }, async () => {
    const { accountId, token } = await mintAccount();
    const made = new Set<string>();
    await inEveryLanguage(stage, async (language) =>
      made.add((await addEndpoint(language, token)).id),
    );
    const endpoints = await listEndpoints({ actor: operatorOf(accountId) });
    expect(endpoints.map(({ id }) => id).sort()).toEqual([...made].sort());
    for (const { events, test: isTest } of endpoints) {
      expect([events.length, isTest]).toEqual([4, false]);
    }
  });

  test("says what is wrong with the address, and that a token is wrong", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLanguage(stage, async (language) => {
      const run = { call: "create-webhook-endpoint", language };
      const changes = { hook: "https://10.0.0.1/hooks" };
      const refused = await stage.run({ ...run, token, changes });
      expect(refused.exitCode).not.toBe(0);
      expect(refused.all).toContain("10.0.0.1 is not a public address");
      const unknown = await stage.run({ ...run, token: "actio_live_wrong" });
      expect(unknown.exitCode).not.toBe(0);
      expect(unknown.all).toMatch(/token/i);
    });
  });
});

describe("a real delivery", () => {
  test("is accepted by the example in each language, and refused with one byte changed", {
    timeout,
  }, async () => {
    const account = await mintAccount();
    await inEveryLanguage(stage, async (language) => {
      const { secret } = await addEndpoint(language, account.token);
      const { headers, body } = await deliverTo(language, account);
      const request = { secret, ...signatureIn(headers) };
      for (const handler of handlersIn(language)) {
        expect(await verdict(handler, { ...request, body })).toBe("valid");
        for (const changed of [body.replace("delivered", "Delivered"), body.slice(0, -1)]) {
          expect(await verdict(handler, { ...request, body: changed })).toBe("not valid");
        }
      }
    });
  });

  test("is accepted by the library standardwebhooks, and refused with one byte changed", {
    timeout,
  }, async () => {
    const account = await mintAccount();
    const { secret } = await addEndpoint("node", account.token);
    const { headers, body } = await deliverTo("node", account);
    const webhook = new Webhook(secret);
    const sent = headers as Record<string, string>;
    expect(webhook.verify(body, sent)).toMatchObject({ event: "sms.delivered" });
    expect(() => webhook.verify(body.replace("delivered", "Delivered"), sent)).toThrow();
  });

  test("on the day after a rotation is accepted with the new secret and with the old one", {
    timeout,
  }, async () => {
    const account = await mintAccount();
    const { id, secret: old } = await addEndpoint("node", account.token);
    const rotated = await fetch(`${stage.url}/api/webhook-endpoints/${id}/rotate`, {
      method: "POST",
      headers: { authorization: `Bearer ${account.token}` },
    });
    const { secret: fresh } = (await rotated.json()) as { secret: string };
    const { headers, body } = await deliverTo("node", account);
    await inEveryLanguage(stage, async (language) => {
      for (const secret of [old, fresh]) {
        for (const handler of handlersIn(language)) {
          const request = { secret, ...signatureIn(headers), body };
          expect(await verdict(handler, request)).toBe("valid");
        }
      }
    });
  });
});

describe("verify-webhook", () => {
  const secret = inventWebhookSecret();
  const body = '{"event":"sms.delivered","message_id":"msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"}\n';

  function signed({ sentAt = new Date(), by = secret } = {}) {
    return { secret, body, ...signWebhook({ secret: by, body, sentAt }) };
  }

  // Made when its test runs: the tests before may take longer than a minute.
  const otherKey = () => signed({ by: inventWebhookSecret() });
  const both = () => {
    const good = signed();
    return { ...good, signature: `${otherKey().signature} ${good.signature}` };
  };
  const minutesAway = (minutes: number) => () =>
    signed({ sentAt: new Date(Date.now() + minutes * 60_000) });

  test.each([
    { name: "accepts a right signature", request: signed, expected: "valid" },
    { name: "accepts the second of two signatures", request: both, expected: "valid" },
    {
      name: "refuses another body",
      request: () => ({ ...signed(), body: body.trim() }),
      expected: "not valid",
    },
    { name: "refuses another secret", request: otherKey, expected: "not valid" },
    { name: "accepts what is four minutes old", request: minutesAway(-4), expected: "valid" },
    { name: "refuses what is six minutes old", request: minutesAway(-6), expected: "not valid" },
    { name: "refuses what is six minutes ahead", request: minutesAway(6), expected: "not valid" },
    {
      name: "refuses an empty signature",
      request: () => ({ ...signed(), signature: "" }),
      expected: "not valid",
    },
    {
      name: "refuses a timestamp that is no number",
      request: () => ({ ...signed(), timestamp: "now" }),
      expected: "not valid",
    },
  ])("$name", { timeout }, async ({ request: make, expected }) => {
    const request = make();
    await inEveryLanguage(stage, async (language) => {
      for (const handler of handlersIn(language)) {
        expect(await verdict(handler, request), handler).toBe(expected);
      }
    });
  });

  test("refuses a request without the headers of a webhook", { timeout }, async () => {
    for (const handler of languages.flatMap(({ id }) => handlersIn(id)).filter(isServed)) {
      const { url } = await serve(handler, secret);
      expect((await fetch(`${url}/hooks/sms`, { method: "POST" })).status, handler).toBe(401);
    }
  });

  test("has a curl request that makes Depesza send a signed event to the handler", {
    timeout,
  }, async () => {
    const { token } = await mintAccount();
    const { id: endpointId, secret: own } = await addEndpoint("curl", token);
    const asked = { call: "verify-webhook", language: "curl" as const, token };
    const outcome = await stage.run({ ...asked, changes: { endpointId } });
    expect(outcome.exitCode, outcome.all).toBe(0);
    const sent = receiver.requests.findLast(({ path }) => path.endsWith("/curl"));
    const request = { secret: own, ...signatureIn(sent?.headers ?? {}), body: sent?.body ?? "" };
    expect(await verdict("verify-webhook/node.mjs", request)).toBe("valid");
  });
});

test("every call about webhooks has been executed in every language", () => {
  process.stdout.write(`\n${executedTable(calls, stage)}\n`);
  for (const call of calls) expect(stage.executed.get(call)?.size).toBe(languages.length);
});

/** Runs the example that adds an endpoint, at a path of the receiver named after the language. */
async function addEndpoint(language: LanguageId, token: string) {
  const changes = { hook: `${receiver.url}/${language}` };
  const run = { call: "create-webhook-endpoint", language, token, changes };
  const { stdout, exitCode } = await stage.run(run);
  expect(exitCode, stdout).toBe(0);
  const [id = ""] = /whk_\w{26}/.exec(stdout) ?? [];
  const [secret = ""] = /whsec_[\w+/=]{44}/.exec(stdout) ?? [];
  return { id, secret };
}

/** Sends a message and waits for what the endpoint of a language gets about it. */
async function deliverTo(language: LanguageId, { token }: MintedAccount) {
  const messageId = await stage.send(token);
  const come = () =>
    receiver.requests.find(({ path, body }) => {
      return path.endsWith(`/${language}`) && body.includes(messageId);
    });
  await expect.poll(come, { timeout: 20_000 }).toBeDefined();
  return come() ?? { headers: {}, body: "" };
}

interface SignedRequest {
  secret: string;
  id: string;
  timestamp: string;
  signature: string;
  body: string;
}

function signatureIn(headers: IncomingHttpHeaders) {
  return {
    id: String(headers["webhook-id"]),
    timestamp: String(headers["webhook-timestamp"]),
    signature: String(headers["webhook-signature"]),
  };
}

/** The files in a language that check a webhook; that of curl sends one instead. */
function handlersIn(language: LanguageId): string[] {
  if (language === "curl") return [];
  const { extension } = languages.find(({ id }) => id === language) ?? { extension: "" };
  const names = [`${language}.${extension}`, ...(language === "node" ? ["hono.mjs"] : [])];
  return names.map((name) => `verify-webhook/${name}`);
}

function isServed(handler: string): boolean {
  return !handler.endsWith(".sh");
}

const served = new Map<string, Promise<{ url: string }>>();

/** One running handler per file and secret, for all requests to it. */
function serve(handler: string, secret: string): Promise<{ url: string }> {
  const key = `${handler} ${secret}`;
  const running = served.get(key) ?? stage.serve(handler, { WEBHOOK_SECRET: secret });
  served.set(key, running);
  return running;
}

/** What a handler says of a request: it serves, and the script for a shell reads its environment and input. */
async function verdict(handler: string, request: SignedRequest): Promise<string> {
  const { secret, id, timestamp, signature, body } = request;
  if (!isServed(handler)) {
    const env = { WEBHOOK_SECRET: secret, WEBHOOK_ID: id };
    const headers = { WEBHOOK_TIMESTAMP: timestamp, WEBHOOK_SIGNATURE: signature };
    const run = { call: "verify-webhook", language: "shell" as const, stdin: body };
    const outcome = await stage.run({ ...run, env: { ...env, ...headers } });
    const said = outcome.stdout.trim();
    expect(outcome.exitCode).toBe(said === "valid" ? 0 : 1);
    return said;
  }
  const { url } = await serve(handler, secret);
  const response = await fetch(`${url}/hooks/sms`, {
    method: "POST",
    headers: {
      // The servers for trying things out close connections as they like, also under the next request.
      connection: "close",
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signature,
    },
    body,
  });
  return response.status === 204
    ? "valid"
    : `not valid${response.status === 401 ? "" : response.status}`;
}
