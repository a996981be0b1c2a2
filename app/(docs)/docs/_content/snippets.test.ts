import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { listContacts } from "@/lib/contacts/list-contacts";
import { operatorOf } from "@/lib/core/actor";
import { listInbound } from "@/lib/inbound/list-inbound";
import { listMessages } from "@/lib/message-log/list-messages";
import { getMessage } from "@/lib/messages/get-message";
import { listOptOuts } from "@/lib/opt-outs/list-opt-outs";
import { eventually } from "@/lib/testing/eventually";
import { mintAccount } from "@/lib/testing/mint-account";
import {
  anId,
  executedTable,
  idIn,
  inEveryLanguage,
  openStage,
  type Stage,
  shown,
} from "@/lib/testing/snippet-stage";
import { startVerification } from "@/lib/verifications/start-verification";
import { exampleFiles } from "./example-files";
import { type LanguageId, languages } from "./languages";
import { readSnippet, snippetFolder } from "./read-snippet";

// Those about webhooks have a test of their own.
const calls = readdirSync(snippetFolder)
  .filter((call) => !call.includes("webhook"))
  .sort();
/** The plain curl requests send once: waiting and trying again are what the other examples add. */
const plainCurl = { but: ["curl"] satisfies LanguageId[] };
const retrying = ["send-idempotent", "otp", "order-update"];
/**
 * curl has an exit code of its own for a response that is an error. Where it retries after lost connections it would
 * also repeat what failed that way, so there an error is a response like any other.
 */
function refusalCode(call: string, language: LanguageId): number {
  if (language !== "curl") return 1;
  return retrying.includes(call) ? 0 : 22;
}
// Most of it is waiting, as told by `Retry-After`: so the calls are tried side by side.
const timeout = 100_000;
let stage: Stage<LanguageId>;

beforeAll(async () => {
  stage = await openStage(exampleFiles);
}, timeout);

afterAll(() => stage?.close());

describe.concurrent.each(["first-request", "send", "send-idempotent", "otp", "order-update"])(
  "%s",
  (call) => {
    test("is accepted, and delivered", { timeout }, async () => {
      const { accountId, token } = await mintAccount();
      await inEveryLanguage(stage, async (language) => {
        const outcome = await stage.run({ call, language, token });
        const messageId = idIn(outcome);
        expect(outcome.stdout).toContain("queued");
        await eventually({ accountId, messageId }, { status: "delivered", to: shown.recipient });
      });
    });
  },
);

test.concurrent("send-scheduled leaves an hour from now", { timeout }, async () => {
  const { accountId, token } = await mintAccount();
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "send-scheduled", language, token });
    const message = await getMessage({
      actor: operatorOf(accountId),
      input: { messageId: idIn(outcome) },
    });
    expect(message.status).toBe("scheduled");
    const ahead = Date.parse(message.scheduled_at ?? "") - Date.now();
    expect(Math.abs(ahead - 3_600_000)).toBeLessThan(60_000);
  });
});

const sending = ["send", "send-scheduled", "send-idempotent", "otp", "order-update", "batch"];

describe.concurrent.each(sending)("%s says what stands in the way, with exit code 1:", (call) => {
  test("401, a token nobody knows", { timeout }, async () => {
    await inEveryLanguage(stage, async (language) => {
      const outcome = await stage.run({ call, language, token: "actio_live_wrong" });
      const exitCode = refusalCode(call, language);
      expect(outcome).toMatchObject({ exitCode, all: expect.stringMatching(/token/i) });
    });
  });

  test("429, for which it waits as told and tries again", { timeout }, async () => {
    const { accountId, token } = await mintAccount();
    await inEveryLanguage(
      stage,
      async (language) => {
        await stage.throughFaults([429], async (host, requests) => {
          const outcome = await stage.run({ call, language, token, changes: { host } });
          const message = await getMessage({
            actor: operatorOf(accountId),
            input: { messageId: idIn(outcome) },
          });
          expect(message.test).toBe(false);
          expect(requests()).toBe(2);
          expect(outcome.tookMs).toBeGreaterThan(1000);
        });
      },
      plainCurl,
    );
  });
});

describe.concurrent.each(sending.filter((call) => call !== "batch"))("%s says", (call) => {
  test("402, how many credits are missing", { timeout }, async () => {
    const { token } = await mintAccount({ credits: 0 });
    await inEveryLanguage(stage, async (language) => {
      const outcome = await stage.run({ call, language, token });
      expect(outcome).toMatchObject({
        exitCode: refusalCode(call, language),
        all: expect.stringMatching(/(costs|needs) 1 credits?|Not enough credits/),
      });
    });
  });

  test("422, which number is wrong, after one request", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLanguage(stage, async (language) => {
      await stage.throughFaults([], async (host, requests) => {
        const changes = { host, recipient: "12" };
        const outcome = await stage.run({ call, language, token, changes });
        const sentence = expect.stringContaining("Enter the number in E.164 format");
        const exitCode = refusalCode(call, language);
        expect(outcome).toMatchObject({ exitCode, all: sentence });
        expect(requests()).toBe(1);
      });
    });
  });
});

test.concurrent("send gives up on a 429 that stays", { timeout }, async () => {
  const { token } = await mintAccount({ mode: "test" });
  const changes = { recipient: "48500000429" };
  await inEveryLanguage(
    stage,
    async (language) => {
      const outcome = await stage.run({ call: "send", language, token, changes });
      const sentence = expect.stringContaining("Still over the rate limit");
      expect(outcome).toMatchObject({ exitCode: 1, stderr: sentence });
      // Three tries, with `Retry-After: 1` between them.
      expect(outcome.tookMs).toBeGreaterThan(2000);
    },
    plainCurl,
  );
});

test.concurrent("send-idempotent sends once through a lost answer, a 503 and a 429", {
  timeout,
}, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { accountId, token } = await mintAccount();
    await stage.throughFaults(["lost", 503, 429], async (host, requests) => {
      const outcome = await stage.run({
        call: "send-idempotent",
        language,
        token,
        changes: { host },
      });
      const messageId = idIn(outcome);
      expect(requests()).toBe(4);
      const { data } = await listMessages({ actor: operatorOf(accountId), input: { limit: 10 } });
      expect(data.map((message) => message.message_id)).toEqual([messageId]);
    });
  });
});

test.concurrent("order-update with the stored key sends nothing a second time", {
  timeout,
}, async () => {
  const { token } = await mintAccount();
  const env = { SMS_KEY: randomUUID() };
  const ids = new Set<string>();
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "order-update", language, token, env });
    expect(outcome.stdout).toContain("order-1042");
    ids.add(idIn(outcome));
  });
  expect(ids.size).toBe(1);
});

test.concurrent("batch sends the right ones and names the wrong one", { timeout }, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { accountId, token } = await mintAccount();
    const outcome = await stage.run({ call: "batch", language, token });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stdout).toMatch(/2 accepted|"accepted":2/);
    expect(outcome.stdout).toMatch(/invalid_request.+Enter the number in E\.164 format/);
    const { data } = await listMessages({ actor: operatorOf(accountId), input: { limit: 10 } });
    const ids = outcome.stdout.match(new RegExp(anId, "g"));
    expect(data.map((message) => message.message_id).sort()).toEqual(ids?.sort());
  });
});

test.concurrent("read-status prints the state and the history, or that there is nothing", {
  timeout,
}, async () => {
  const { accountId, messageId, token } = await sendOne();
  await eventually({ accountId, messageId }, { status: "delivered" });
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({
      call: "read-status",
      language,
      token,
      changes: { messageId },
    });
    expect(idIn(outcome)).toBe(messageId);
    expect(outcome.stdout).toMatch(/delivered/);
    expect(outcome.stdout).toMatch(/accepted[\s\S]*sms\.delivered/);
    const missing = await stage.run({ call: "read-status", language, token });
    expect(missing.exitCode).not.toBe(0);
  });
});

test.concurrent("list prints all messages, page after page", { timeout }, async () => {
  const { token } = await mintAccount();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push(await stage.send(token));
  const changes = { pageSize: '"2"', shellPageSize: "limit=2" };
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "list", language, token, changes });
    expect(outcome.exitCode).toBe(0);
    const printed = outcome.stdout.match(new RegExp(anId, "g"));
    // A single request by curl prints a page, the others go on to the end.
    expect(printed).toEqual(ids.toReversed().slice(0, language === "curl" ? 2 : undefined));
    const refused = await stage.run({ call: "list", language, token: "actio_live_wrong" });
    expect(refused.exitCode).toBe(refusalCode("list", language));
  });
});

test.concurrent("reschedule moves a scheduled message, and says when it is too late", {
  timeout,
}, async () => {
  const { accountId, messageId: gone, token } = await sendOne();
  await eventually({ accountId, messageId: gone }, { status: "delivered" });
  await inEveryLanguage(stage, async (language) => {
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    const messageId = await stage.send(token, { scheduled_at });
    const outcome = await stage.run({
      call: "reschedule",
      language,
      token,
      changes: { messageId },
    });
    expect(idIn(outcome)).toBe(messageId);
    const message = await getMessage({ actor: operatorOf(accountId), input: { messageId } });
    const ahead = Date.parse(message.scheduled_at ?? "") - Date.now();
    expect(Math.abs(ahead - 7_200_000)).toBeLessThan(60_000);
    const late = await stage.run({
      call: "reschedule",
      language,
      token,
      changes: { messageId: gone },
    });
    expect(late.exitCode).not.toBe(0);
    expect(late.all).toContain("can't be rescheduled");
  });
});

test.concurrent("cancel calls a scheduled message back, and says when it is too late", {
  timeout,
}, async () => {
  const { accountId, messageId: gone, token } = await sendOne();
  await eventually({ accountId, messageId: gone }, { status: "delivered" });
  await inEveryLanguage(stage, async (language) => {
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    const messageId = await stage.send(token, { scheduled_at });
    const outcome = await stage.run({ call: "cancel", language, token, changes: { messageId } });
    expect(idIn(outcome)).toBe(messageId);
    expect(await getMessage({ actor: operatorOf(accountId), input: { messageId } })).toMatchObject({
      status: "cancelled",
    });
    const late = await stage.run({ call: "cancel", language, token, changes: { messageId: gone } });
    expect(late.exitCode).not.toBe(0);
    expect(late.all).toContain("can't be cancelled");
  });
});

test.concurrent("list-inbound prints what phones replied", { timeout }, async () => {
  const { accountId, token } = await mintAccount({ mode: "test" });
  await stage.send(token, { to: "48500000010" });
  const list = { actor: operatorOf(accountId, "test"), input: { limit: 10 } };
  const replies = () => listInbound(list).then(({ data }) => data.map(({ body }) => body));
  await expect.poll(replies, { timeout: 20_000 }).toEqual(["Thanks!"]);
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "list-inbound", language, token });
    expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/inb_.+Thanks!/) });
    const refused = await stage.run({ call: "list-inbound", language, token: "actio_live_wrong" });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/token/i);
  });
});

test.concurrent("add-opt-out adds it once, and says that a number is wrong", {
  timeout,
}, async () => {
  const { accountId, token } = await mintAccount();
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "add-opt-out", language, token });
    expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("48732129000") });
    const changes = { recipient: "12" };
    const refused = await stage.run({ call: "add-opt-out", language, token, changes });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/number/i);
  });
  const { data } = await listOptOuts({ actor: operatorOf(accountId), input: { limit: 10 } });
  expect(data).toMatchObject([{ number: "48732129000", sender: null, reason: "Asked by phone" }]);
});

test.concurrent("look-up-numbers prints each number, and says that a token is wrong", {
  timeout,
}, async () => {
  const { token } = await mintAccount();
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "look-up-numbers", language, token });
    expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("fixed_line") });
    expect(outcome.stdout).toContain("mobile");
    const wrong = { call: "look-up-numbers", language, token: "actio_live_wrong" };
    const refused = await stage.run(wrong);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/token/i);
  });
});

test.concurrent("save-contact saves it once, and says that a number is wrong", {
  timeout,
}, async () => {
  const { accountId, token } = await mintAccount();
  await inEveryLanguage(stage, async (language) => {
    const outcome = await stage.run({ call: "save-contact", language, token });
    expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("con_") });
    const changes = { recipient: "12" };
    const refused = await stage.run({ call: "save-contact", language, token, changes });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/number/i);
  });
  const { data } = await listContacts({ actor: operatorOf(accountId), input: { limit: 10 } });
  expect(data).toMatchObject([{ number: "48732129000", fields: { first_name: "Ada" } }]);
});

test.concurrent("start-verification sends a code, and says that a number is wrong", {
  timeout,
}, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { token } = await mintAccount();
    const outcome = await stage.run({ call: "start-verification", language, token });
    expect(outcome).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/ver_[0-9A-HJKMNP-TV-Z]{26}.*pending/s),
    });
    const changes = { recipient: "12" };
    const refused = await stage.run({ call: "start-verification", language, token, changes });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/number/i);
  });
});

test.concurrent("check-verification approves the right code once, and says that there is nothing to check", {
  timeout,
}, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { accountId, token } = await mintAccount({ mode: "test" });
    const {
      verification: { verification_id: verificationId },
    } = await startVerification({
      actor: operatorOf(accountId, "test"),
      input: { to: shown.recipient },
    });
    const run = { call: "check-verification", language, token, changes: { verificationId } };
    expect(await stage.run(run)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("approved"),
    });
    expect((await stage.run(run)).stdout).toContain("expired");
    const missing = await stage.run({ call: "check-verification", language, token });
    expect(missing.exitCode).not.toBe(0);
    expect(missing.all).toMatch(/not found/);
  });
});

test.concurrent("create-campaign sends to those it can, and says to whom it can't", {
  timeout,
}, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { accountId, token } = await mintAccount();
    const outcome = await stage.run({ call: "create-campaign", language, token });
    expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/cmp_.+running/s) });
    expect(outcome.stdout).toMatch(/landline/);
    const wrong = { call: "create-campaign", language, token: "actio_live_wrong" };
    const refused = await stage.run(wrong);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toMatch(/token/i);
    const sent = async () =>
      (await listMessages({ actor: operatorOf(accountId), input: { limit: 10 } })).data;
    await vi.waitFor(
      async () =>
        expect(await sent()).toMatchObject([{ body: "Hi Ada, our sale ends on Sunday." }]),
      { timeout: 60_000, interval: 100 },
    );
  });
});

test.concurrent("upload-campaign fills a draft and starts it", { timeout }, async () => {
  await inEveryLanguage(stage, async (language) => {
    const { accountId, token } = await mintAccount();
    const actor = operatorOf(accountId, "live");
    const input = { name: "Draft", from: "YourBrand", body: "Hi {{first_name}}!" };
    const { campaign_id: campaignId } = await createCampaign({ actor, input });
    const run = { call: "upload-campaign", language, token, changes: { campaignId } };
    const outcome = await stage.run(run);
    expect(outcome).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/cmp_.+(running|finished)/s),
    });
    const campaign = await getCampaign({ actor, input: { campaignId } });
    expect(campaign).toMatchObject({ rows: 2, mapping: ["to", "first_name"] });
    const missing = await stage.run({ call: "upload-campaign", language, token });
    expect(missing.exitCode).not.toBe(0);
    expect(missing.all).toMatch(/not found/);
  });
});

test("every call has been executed in every language", () => {
  const sum = [...stage.executed.values()].reduce((count, { size }) => count + size, 0);
  process.stdout.write(`\n${executedTable(calls, stage)}\n`);
  expect(sum).toBe(calls.length * languages.length);
});

describe("in an open terminal", () => {
  test.each(calls)(
    "the curl lines and the script of %s are pasted, and it stays open",
    {
      timeout,
    },
    async (call) => {
      const curl = readSnippet(call, "curl");
      expect(curl.split("\n").length).toBeLessThanOrEqual(call === "send" ? 6 : 8);
      for (const text of [curl, readSnippet(call, "shell")]) {
        for (const token of ["actio_live_wrong", (await mintAccount()).token]) {
          const outcome = await stage.runShell(`${text}\necho; echo still open`, token);
          expect(outcome.stdout).toMatch(/still open$/m);
        }
      }
    },
  );
});

async function sendOne() {
  const account = await mintAccount();
  return { ...account, messageId: await stage.send(account.token) };
}
