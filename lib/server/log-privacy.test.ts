import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { callbackSecret } from "../carriers/callback-secret";
import { describeEnv } from "../core/env-example";
import { findPostmaster } from "../database/find-postmaster";
import { projectRoot } from "../database/project-root";
import { operations } from "../operations/operations";
import { failedTables, failFirstWrites } from "../testing/fail-writes";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { type Receiver, startReceiver } from "../testing/start-receiver";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const dataDir = mkdtempSync(join(tmpdir(), "depesza-privacy-"));
const children: ChildProcess[] = [];
let output = "";

/** What no log line may hold: each is what somebody wrote, or a secret. */
const canary = {
  to: "48732199017",
  other: "48732199018",
  from: "Quetzal7",
  body: "quetzal body 739174",
  client_ref: "quetzal ref",
  metadata: "quetzal metadata",
  idempotency_key: randomUUID(),
  verification_key: randomUUID(),
  name: "quetzal token",
  cidr: "198.51.100.77",
  description: "quetzal endpoint",
  path: "quetzal-hook",
  search: "quetzal search",
  id: "quetzal-id",
  reason: "quetzal reason",
  code: "7391746028",
  domain: "quetzal.example.com",
  wrongToken: `actio_live_${"quetzal".repeat(6).slice(0, 38)}`,
  wrongSecret: "quetzal-secret",
  json: "quetzal json",
};

/** The product as a process, whose whole output is kept. */
function launch(settings: Record<string, string>): ChildProcess {
  const unset = Object.fromEntries(describeEnv().map(({ name }) => [name, ""]));
  const child = spawn(process.execPath, [join(projectRoot(), "scripts/start.mjs")], {
    env: {
      ...process.env,
      ...unset,
      LOG_LEVEL: "debug",
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: dataDir,
      WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
      RATE_LIMIT_BURST: "0",
      RATE_LIMIT_SUSTAINED: "0",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return child;
}

const ownSecret = () => callbackSecret("simulator", String(readSecrets()["carrierWebhook"]));
const readSecrets = () =>
  JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as Record<string, string>;

let url: string;
let databaseUrl: string;
let account: MintedAccount;
let receiver: Receiver;

beforeAll(async () => {
  launch({ ROLE: "api" });
  url = await vi.waitFor(() => {
    const port = /ready at http:\/\/localhost:(\d+)/.exec(output)?.[1];
    return port ? `http://127.0.0.1:${port}` : expect.fail(output);
  }, 60_000);
  const { port } = findPostmaster(dataDir) ?? {};
  databaseUrl = `postgres://postgres:${readSecrets()["database"]}@127.0.0.1:${port}/postgres`;
  launch({ ROLE: "worker", DATABASE_URL: databaseUrl, CARRIER_CALLBACK_URL: url });
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
  account = await mintAccount({ credits: 100_000 });
  receiver = await startReceiver(() => ({ status: 500 }));
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await receiver.close();
  await vi.waitFor(() => expect(findPostmaster(dataDir)).toBeUndefined(), 20_000);
  rmSync(dataDir, { recursive: true, force: true });
});

const sent: Record<string, Set<string>> = {};

interface Asked {
  body?: string | undefined;
  token?: string;
}

/** Makes a call with what somebody might write; says nothing about how it ends. */
async function call(
  operationId: string,
  params: Record<string, string | undefined> = {},
  body?: Record<string, unknown>,
): Promise<Record<string, string>> {
  const operation = operations.find(({ id }) => id === operationId);
  const path = operation?.path.replace(/\{(\w+)\}/g, (_all, name) => params[name] ?? canary.id);
  sent[operationId] ??= new Set();
  for (const field of Object.keys(body ?? {})) sent[operationId].add(field);
  return ask(String(operation?.method.toUpperCase()), String(path), {
    body: body && JSON.stringify(body),
  });
}

async function ask(method: string, path: string, { body, token = account.token }: Asked = {}) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return text.startsWith("{") ? (JSON.parse(text) as Record<string, string>) : {};
}

const soon = () => new Date(Date.now() + 3_600_000).toISOString();

function message(fields: Record<string, unknown> = {}) {
  const { to, from, body, client_ref } = canary;
  const metadata = { [canary.metadata]: canary.metadata };
  return { to, from, body, client_ref, metadata, ...fields };
}

async function sendMessages() {
  const { idempotency_key, other } = canary;
  await call("sendMessage", {}, message({ idempotency_key }));
  const all = { dry_run: false, scheduled_at: soon(), expires_at: null, validity_seconds: 7200 };
  const { message_id } = await call("sendMessage", {}, message({ ...all, to: other }));
  await call("sendBatch", {}, { messages: [message(), message({ to: other })] });
  await call("rescheduleMessage", { message_id }, { scheduled_at: soon() });
  await call("cancelMessage", { message_id });
  const query = new URLSearchParams({ q: canary.search, to: canary.to, from: canary.from });
  query.set(`metadata[${canary.metadata}]`, canary.metadata);
  await ask("GET", `/api/sms?${query}`);
  await call("getMessage");
}

async function useVerifications(template: string | undefined) {
  const { other: to, from, client_ref, code, domain: webotp_domain } = canary;
  const idempotency_key = canary.verification_key;
  const settings = { language: "pl", code_length: 10, ttl: 600, webotp_domain, idempotency_key };
  const { verification_id } = await call(
    "startVerification",
    {},
    { to, from, client_ref, ...settings },
  );
  await call("startVerification", {}, { to, from, template });
  await call("checkVerification", { verification_id }, { code });
  await call("checkNumber", {}, { to, code });
  await call("getVerification", { verification_id });
  await call("cancelVerification", { verification_id });
}

async function useOptOuts() {
  const { to, from: sender, name: reason } = canary;
  const { number } = await call("addOptOut", {}, { number: to, sender, reason });
  await call("importOptOuts", {}, { opt_outs: [{ number: to, sender, reason }] });
  await ask("GET", `/api/opt-outs?number=${to}`);
  await call("lookUpNumber", { number: to });
  await call("lookUpNumbers", {}, { numbers: [to], country: "PL" });
  await call("removeOptOut", { number });
}

async function useContacts() {
  const { to: number, name, body } = canary;
  const fields = { first_name: name };
  const { group_id } = await call("createGroup", {}, { name });
  await call("renameGroup", { group_id }, { name });
  const groups = group_id ? [group_id] : [];
  const { contact_id } = await call("saveContact", {}, { number, fields, groups });
  await call("updateContact", { contact_id }, { number, fields, groups });
  await call("addMembers", { group_id }, { contact_ids: [contact_id] });
  await ask("GET", `/api/contacts?q=${canary.search}`);
  const { template_id } = await call("createTemplate", {}, { name, body });
  await call("updateTemplate", { template_id }, { name, body: `${body} {{first_name}}` });
  await call("sendMessage", {}, { to: number, template_id, variables: fields });
  await call("deleteContact", { contact_id });
  await call("deleteGroup", { group_id });
  return template_id;
}

async function useCampaigns(template_id: string | undefined) {
  const { to, other, from, body, name, client_ref } = canary;
  const recipients = [to, other].map((number) => {
    return { to: number, variables: { first_name: name }, client_ref };
  });
  const settings = { rate: 10, quiet_hours: { from: "21:00", until: "08:00" } };
  const draft = { name, from, body: `${body} {{first_name}}`, default_country: "PL", ...settings };
  const { campaign_id } = await call("createCampaign", {}, { ...draft, recipients, start: false });
  const all = { ...draft, store_body: true, scheduled_at: soon(), mapping: ["to", "first_name"] };
  await call("updateCampaign", { campaign_id }, all);
  await call("updateCampaign", { campaign_id }, { template_id });
  const path = `/api/campaigns/${campaign_id}/recipients?file_name=${canary.search}.csv`;
  await fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.token}`, "content-type": "text/csv" },
    body: `phone,first_name\n${to},${name}\n"${canary.json}`,
  });
  for (const verb of ["startCampaign", "pauseCampaign", "resumeCampaign", "cancelCampaign"]) {
    await call(verb, { campaign_id });
  }
  await call("createCampaign", {}, { ...draft, recipients });
}

async function useTokens() {
  const { name, cidr } = canary;
  const fence = { scopes: ["send"], cidrs: [`${cidr}/32`], expires_at: soon() };
  const limited = { ...fence, daily_limit: 1000 };
  const { token_id } = await call("createToken", {}, { name, mode: "live", ...limited });
  await call("updateToken", { token_id }, { daily_limit: 500 });
  await call("rotateToken", { token_id }, { grace_hours: 24 });
  await call("revokeToken", { token_id });
}

function endpointFields() {
  const { path, description } = canary;
  const target = `${receiver.url}/${path}?key=${path}`;
  return { url: target, description, events: ["sms.delivered"] };
}

async function createEndpoint() {
  const { id } = await call("createWebhookEndpoint", {}, { ...endpointFields(), test: false });
  return id;
}

async function useEndpoint(endpoint_id: string | undefined) {
  await call("updateWebhookEndpoint", { endpoint_id }, { ...endpointFields(), enabled: true });
  await call("sendTestEvent", { endpoint_id }, { event: "sms.delivered" });
  await call("rotateWebhookSecret", { endpoint_id });
  const which = { event_id: canary.id, failed_since: null, missing_since: null, dry_run: true };
  await call("replayDeliveries", { endpoint_id }, which);
  await call("replayDeliveries", { endpoint_id }, { failed_since: new Date(0).toISOString() });
}

async function writeNonsense() {
  await ask("POST", "/api/sms", { body: `{"body": "${canary.json}` });
  await ask("POST", "/api/sms", { body: JSON.stringify({ body: [canary.json] }) });
  await ask("GET", "/api/sms", { token: canary.wrongToken });
  await ask("GET", `/api/${canary.id}`);
  const { id, reason, body } = canary;
  const events = [
    { id, status: "failed", reason, body },
    { event: "sms.failed", message_id: id, reason },
  ];
  for (const secret of [canary.wrongSecret, ownSecret()]) {
    for (const event of events) {
      await ask("POST", `/api/webhooks/simulator/${secret}`, { body: JSON.stringify(event) });
    }
  }
}

/** Each way of writing: the first time each table refuses the row in its own words. */
async function useEverything() {
  // First, so that it is told of what is delivered meanwhile.
  const endpoint_id = await createEndpoint();
  await sendMessages();
  await useOptOuts();
  const template = await useContacts();
  await useVerifications(template);
  await useCampaigns(template);
  await useTokens();
  await useEndpoint(endpoint_id);
  await writeNonsense();
  if (endpoint_id) await call("deleteWebhookEndpoint", { endpoint_id });
}

const written = [
  "accounts",
  "api_requests",
  "campaign_rows",
  "campaigns",
  "carrier_messages",
  "contact_group_members",
  "contact_groups",
  "contacts",
  "heartbeats",
  "ledger_transactions",
  "message_counts",
  "message_deltas",
  "message_events",
  "messages",
  "onboarding",
  "refused_callbacks",
  "refused_requests",
  "simulator_messages",
  "simulator_reports",
  "templates",
  "token_hours",
  "token_uses",
  "tokens",
  "verifications",
  "webhook_attempts",
  "webhook_deliveries",
  "webhook_endpoints",
];

test("no text, number, key, secret or parameter is in any log line, whichever table fails", async () => {
  await runSql(databaseUrl, failFirstWrites);
  await expect
    .poll(
      async () => {
        await useEverything();
        const failed = await runSql(databaseUrl, failedTables);
        return written.filter((table) => !failed.some(({ name }) => name === table));
      },
      { timeout: 90_000 },
    )
    .toEqual([]);
  for (const hidden of ["messages", "tokens", "webhook_endpoints", "campaign_rows"]) {
    await runSql(databaseUrl, `alter table ${hidden} rename to hidden`);
    await useEverything();
    await runSql(databaseUrl, `alter table hidden rename to ${hidden}`);
  }
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map((child) => child.exitCode ?? once(child, "exit")));

  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.filter((line) => line.includes('"code":"P0001"')).length).toBeGreaterThan(10);
  expect(lines.filter((line) => line.includes('"code":"42P01"')).length).toBeGreaterThan(3);
  expect(lines.filter((line) => Buffer.byteLength(line) > 4096)).toEqual([]);
  const everything = output + readFileSync(join(dataDir, "postgres.log"), "utf8");
  const found = [...Object.entries(canary), ...secretsOf()].filter(([, value]) =>
    everything.includes(value),
  );
  expect(found).toEqual([]);
});

test("every field of every call was filled in", () => {
  const missing = operations.flatMap(({ id, body }) => {
    const schema = body && z.toJSONSchema(body.schema, { io: "input", unrepresentable: "any" });
    const fields = Object.keys(schema?.properties ?? {});
    return fields.filter((field) => !sent[id]?.has(field)).map((field) => `${id} ${field}`);
  });
  expect(missing).toEqual([]);
});

function secretsOf(): [string, string][] {
  const hash = createHash("sha256").update(account.token);
  return [
    ...Object.entries(readSecrets()),
    ["callback secret", ownSecret()],
    ["token", account.token],
    ["token hash", hash.copy().digest("hex")],
    ["token hash in base64", hash.digest("base64")],
    ["email", account.email],
    ["password", account.password],
  ];
}
