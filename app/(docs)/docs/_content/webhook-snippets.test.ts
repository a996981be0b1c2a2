import type { IncomingHttpHeaders } from "node:http";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MintedAccount, mintAccount } from "@/lib/testing/mint-account";
import { inventWebhookSecret, signWebhook } from "@/lib/testing/sign-webhook";
import { type Receiver, startReceiver } from "@/lib/testing/start-receiver";
import { useOwnDatabase } from "@/lib/testing/use-own-database";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";
import { type LanguageId, languages } from "./languages";
import { executedTable, inEveryLanguage, openStage, type Stage } from "./open-stage";

const calls = ["create-webhook-endpoint", "verify-webhook"];
const timeout = 100_000;
let dropDatabase: () => Promise<void>;
let stage: Stage;
let receiver: Receiver;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ WEBHOOK_ALLOW_SUBNETS: "127.0.0.1" });
  stage = await openStage();
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
    await inEveryLanguage(async (language) => made.add((await addEndpoint(language, token)).id));
    const endpoints = await listEndpoints({ accountId });
    expect(endpoints.map(({ id }) => id).sort()).toEqual([...made].sort());
    for (const { events, test: isTest } of endpoints) {
      expect([events.length, isTest]).toEqual([4, false]);
    }
  });

  test("says what is wrong with the address, and that a token is wrong", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLanguage(async (language) => {
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
    await inEveryLanguage(async (language) => {
      const { secret } = await addEndpoint(language, account.token);
      const { headers, body } = await deliverTo(language, account);
      const env = { WEBHOOK_SECRET: secret, ...asEnvironment(headers) };
      expect(await verdict(language, env, body)).toBe("valid");
      for (const changed of [body.replace("delivered", "Delivered"), body.slice(0, -1)]) {
        expect(await verdict(language, env, changed)).toBe("not valid");
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
    await inEveryLanguage(async (language) => {
      for (const secret of [old, fresh]) {
        const env = { WEBHOOK_SECRET: secret, ...asEnvironment(headers) };
        expect(await verdict(language, env, body)).toBe("valid");
      }
    });
  });
});

describe.concurrent("verify-webhook", () => {
  const secret = inventWebhookSecret();
  const body = '{"event":"sms.delivered","message_id":"msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"}\n';

  function signed({ sentAt = new Date(), by = secret } = {}) {
    const { id, timestamp, signature } = signWebhook({ secret: by, body, sentAt });
    return {
      ...{ WEBHOOK_SECRET: secret, WEBHOOK_ID: id },
      ...{ WEBHOOK_TIMESTAMP: timestamp, WEBHOOK_SIGNATURE: signature },
    };
  }

  const good = signed();
  const otherKey = signed({ by: inventWebhookSecret() });
  const both = { WEBHOOK_SIGNATURE: `${otherKey.WEBHOOK_SIGNATURE} ${good.WEBHOOK_SIGNATURE}` };
  const minutesAway = (minutes: number) =>
    signed({ sentAt: new Date(Date.now() + minutes * 60_000) });

  test.each([
    { name: "accepts a right signature", env: good, expected: "valid" },
    { name: "accepts the second of two signatures", env: { ...good, ...both }, expected: "valid" },
    { name: "refuses another body", env: good, stdin: body.trim(), expected: "not valid" },
    { name: "refuses another secret", env: otherKey, expected: "not valid" },
    { name: "accepts what is four minutes old", env: minutesAway(-4), expected: "valid" },
    { name: "refuses what is six minutes old", env: minutesAway(-6), expected: "not valid" },
    { name: "refuses what is six minutes ahead", env: minutesAway(6), expected: "not valid" },
    {
      name: "refuses an empty signature",
      env: { ...good, WEBHOOK_SIGNATURE: "" },
      expected: "not valid",
    },
  ])("$name", { timeout }, async ({ env, stdin = body, expected }) => {
    await inEveryLanguage(async (language) => {
      expect(await verdict(language, env, stdin)).toBe(expected);
    });
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

function asEnvironment(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    WEBHOOK_ID: String(headers["webhook-id"]),
    WEBHOOK_TIMESTAMP: String(headers["webhook-timestamp"]),
    WEBHOOK_SIGNATURE: String(headers["webhook-signature"]),
  };
}

async function verdict(language: LanguageId, env: Record<string, string>, stdin: string) {
  const outcome = await stage.run({ call: "verify-webhook", language, env, stdin });
  const said = outcome.stdout.trim();
  expect(outcome.exitCode).toBe(said === "valid" ? 0 : 1);
  return said;
}
