import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import { createTemplate } from "../templates/create-template";
import { mintAccount } from "../testing/mint-account";
import { phones } from "../testing/play-campaign";
import { startApi } from "../testing/start-api";
import { startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { createToken } from "../tokens/create-token";
import { createEndpoint } from "../webhooks/create-endpoint";

let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  const limits = { RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" };
  dropDatabase = await useOwnDatabase({ ...limits, WEBHOOK_ALLOW_SUBNETS: "127.0.0.1" });
  server = await startApi();
});
afterAll(async () => {
  await server.stop();
  await dropDatabase();
});

interface Sent {
  body?: unknown;
  key?: string;
}

async function ask(token: string, [method, path]: [string, string], { body, key }: Sent = {}) {
  const answer = await fetch(`${server.url}/api/campaigns${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

const create: [string, string] = ["POST", ""];
const text = { name: "Spring", from: "YourBrand", body: "Hi {{first_name|there}}!" };
const people = (count: number) => phones(count).map((to) => ({ to }));

test("a repeated request makes one campaign, also while the first is on its way, and another one is refused", async () => {
  const { token, accountId } = await mintAccount();
  const key = randomUUID();
  const body = { ...text, recipients: people(3) };
  const [one, other] = await Promise.all([
    ask(token, create, { body, key }),
    ask(token, create, { body, key }),
  ]);
  const made = [one, other].filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  const again = await ask(token, create, { body, key: `"${key}"` });
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  const ids = new Set([...made, again].map(({ json }) => json.campaign_id));
  expect(ids.size).toBe(1);
  const different = await ask(token, create, { body: { ...body, body: "Bye" }, key });
  expect([different.status, different.json.code]).toEqual([422, "idempotency_mismatch"]);
  expect((await ask(token, ["GET", ""])).json.data).toHaveLength(1);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(97);
});

test("what is refused leaves nothing: too few credits, nobody to send to, no such template, a dry run", async () => {
  const { token, accountId } = await mintAccount({ credits: 2 });
  const key = randomUUID();
  const poor = await ask(token, create, { body: { ...text, recipients: people(3) }, key });
  expect([poor.status, poor.json]).toEqual([
    402,
    expect.objectContaining({ required: 3, available: 2 }),
  ]);
  const nobody = await ask(token, create, {
    body: { ...text, recipients: [{ to: "48221234567" }] },
  });
  expect([nobody.status, nobody.json.errors]).toEqual([
    422,
    { recipients: [expect.stringContaining("Row 1: ")] },
  ]);
  const templateId = "tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  const { body: _body, ...rest } = text;
  const missing = await ask(token, create, {
    body: { ...rest, template_id: templateId, recipients: people(1) },
  });
  expect([missing.status, Object.keys(missing.json.errors)]).toEqual([422, ["template_id"]]);
  const group = await ask(token, create, {
    body: { ...text, group_id: "grp_01HQX7Z8RNQK5ZF8TBPNT2YFKA" },
  });
  expect([group.status, Object.keys(group.json.errors)]).toEqual([422, ["group_id"]]);
  const dry = await ask(token, create, {
    body: { ...text, recipients: people(3), dry_run: true },
  });
  expect([dry.status, dry.json]).toEqual([
    200,
    expect.objectContaining({ campaign_id: null, status: "dry_run", credits: 3, segments: 3 }),
  ]);
  expect((await ask(token, ["GET", ""])).json.data).toEqual([]);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(2);
  // The key of the refused request is free.
  const enough = await ask(token, create, { body: { ...text, recipients: people(2) }, key });
  expect([enough.status, enough.json.status]).toEqual([201, "running"]);
});

test("wrong fields are named, and a text and people are needed unless it stays a draft", async () => {
  const { token } = await mintAccount();
  const errorsOf = async (body: object) => {
    const { status, json } = await ask(token, create, { body });
    expect(status).toBe(422);
    return Object.keys(json.errors).sort();
  };
  expect(await errorsOf({ name: "x" })).toEqual(["body", "from", "recipients"]);
  const both = { recipients: people(1), group_id: "grp_x", template_id: "tpl_x" };
  expect(await errorsOf({ ...text, ...both })).toEqual(["group_id", "template_id"]);
  const wrong = { rate: 0, quiet_hours: { from: "21:00", until: "21:00" }, start: "no" };
  expect(await errorsOf({ ...text, ...wrong, recipients: people(1) })).toEqual([
    ...["quiet_hours", "rate", "start"],
  ]);
  expect(await errorsOf({ ...text, recipients: people(10_001) })).toEqual(["recipients"]);
  expect(await errorsOf({ ...text, recipients: [{ to: 5 }] })).toEqual(["recipients"]);
  const draft = await ask(token, create, { body: { name: "x", start: false } });
  expect([draft.status, draft.json.status]).toEqual([201, "draft"]);
});

test("a token that may only send can do all of it, with a template; others' campaigns are not there", async () => {
  const { accountId, token: owner } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const { token } = await createToken({
    actor,
    input: { name: "send", mode: "live", scopes: ["send"] },
  });
  const template = await createTemplate({
    actor,
    input: { name: "T", body: "Hello {{first_name}}" },
  });
  const recipients = [
    { to: "48501000001", variables: { first_name: "Ada" }, client_ref: "7" },
    { to: "48501000002" },
  ];
  const { body: _body, ...rest } = text;
  const sent = await ask(token, create, {
    body: { ...rest, template_id: template.template_id, recipients },
  });
  expect(sent).toMatchObject({
    status: 201,
    json: { status: "running", rejected: [{ row: 2, code: "missing_variable" }] },
  });
  const path = `/${sent.json.campaign_id}`;
  expect((await ask(token, ["GET", path])).status).toBe(403);
  const rows = async () =>
    (await ask(owner, ["GET", `${path}/recipients?status=delivered`])).json.data;
  await expect.poll(rows).toMatchObject([{ row: 1, to: "48501000001", client_ref: "7" }]);
  const stranger = (await mintAccount()).token;
  for (const asked of [
    ["GET", path],
    ["POST", `${path}/cancel`],
    ["DELETE", path],
  ] as const) {
    expect((await ask(stranger, [...asked])).status).toBe(404);
  }
});

test("its end is told to the endpoints of its account and mode, once", async () => {
  const receiver = await startReceiver();
  const { accountId, token } = await mintAccount();
  const subscribe = (mode: "live" | "test") =>
    createEndpoint({
      actor: operatorOf(accountId, mode),
      input: { url: `${receiver.url}/${mode}`, events: ["campaign.finished"] },
    });
  await subscribe("live");
  await subscribe("test");
  const made = await ask(token, create, { body: { ...text, recipients: people(2) } });
  await expect.poll(() => receiver.requests.length, { timeout: 15_000 }).toBe(1);
  expect(JSON.parse(receiver.requests[0]?.body ?? "")).toMatchObject({
    ...{ event: "campaign.finished", campaign_id: made.json.campaign_id, status: "finished" },
    ...{ people: 2, statuses: { delivered: 2 }, not_sent: 0, test: false },
    credits: { charged: 2, refunded: 0, reserved: 2 },
  });
  await receiver.close();
}, 30_000);
