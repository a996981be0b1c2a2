import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { createCampaign } from "../campaigns/create-campaign";
import { saveContact } from "../contacts/save-contact";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { addOptOut } from "../opt-outs/add-opt-out";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { getToken } from "../tokens/get-token";
import { startVerification } from "../verifications/start-verification";
import { createEndpoint } from "../webhooks/create-endpoint";
import { api } from "./app";

/** Stands in every text of the live side; no answer to a test token may hold it. */
const canary = "canary";
const liveNumber = "48600123987";
const optedOut = "48600123988";
const inAnHour = new Date(Date.now() + 3_600_000).toISOString();

interface Stage {
  accountId: string;
  /** A test token with every scope, and a live one. */
  token: string;
  liveToken: string;
  /** Ids of live things, by the name of the parameter that takes them. */
  live: Record<
    | "campaign_id"
    | "message_id"
    | "token_id"
    | "endpoint_id"
    | "event_id"
    | "replay_id"
    | "inbound_id"
    | "number"
    | "contact_id"
    | "verification_id",
    string
  >;
}

let stage: Stage;
let before: unknown;

beforeAll(async () => {
  const { accountId } = await mintAccount();
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "test", mode: "test", scopes: ["send", "read", "manage"] },
  });
  const live = await createToken({
    actor: operatorOf(accountId),
    input: { name: canary, mode: "live", scopes: ["send", "read", "manage"] },
  });
  const { id } = await createEndpoint({
    actor: operatorOf(accountId, "live"),
    input: { url: `https://${canary}.example.com/hooks`, description: canary },
  });
  const { accepted } = await sendMessage({
    actor: await authenticateToken(`Bearer ${live.token}`, null),
    input: {
      from: "Canary",
      to: liveNumber,
      body: canary,
      client_ref: canary,
      scheduled_at: inAnHour,
    },
  });
  await db().execute(sql`
    insert into webhook_deliveries (account_id, endpoint_id, event_id, message_id, type, replay_id, status)
    select account_id, endpoint.id, ${live.tokenId}::uuid, message.id, 'sms.delivered', ${live.tokenId}::uuid, 'failed'
    from webhook_endpoints endpoint join messages message using (account_id)
    where account_id = ${accountId}::uuid`);
  await db()
    .insert(inboundMessages)
    .values({
      ...{ id: live.tokenId, accountId, carrier: "simulator", ref: live.tokenId },
      ...{ from: liveNumber, to: "Canary", body: canary, at: new Date() },
    });
  const {
    verification: { verification_id },
  } = await startVerification({
    actor: await authenticateToken(`Bearer ${live.token}`, null),
    input: { to: liveNumber, from: "Canary", client_ref: canary },
  });
  // Its message is due, and a worker of another file would send it meanwhile.
  await db().execute(sql`
    update messages set due_at = ${inAnHour}::timestamptz where account_id = ${accountId}::uuid`);
  await addOptOut({ actor: operatorOf(accountId), input: { number: optedOut, reason: canary } });
  const { contact_id } = await saveContact({
    actor: operatorOf(accountId),
    input: { number: liveNumber, fields: { name: canary } },
  });
  const campaign = await createCampaign({
    actor: operatorOf(accountId, "live"),
    input: { name: canary, body: canary },
  });
  stage = {
    accountId,
    token,
    liveToken: live.token,
    live: {
      campaign_id: campaign.campaign_id,
      message_id: String(accepted.message_id),
      token_id: live.view.token_id,
      endpoint_id: id,
      event_id: publicId("evt", live.tokenId),
      replay_id: publicId("rpl", live.tokenId),
      inbound_id: publicId("inb", live.tokenId),
      number: optedOut,
      contact_id,
      verification_id,
    },
  };
  // That the live token was used is noted a moment later.
  await vi.waitFor(
    async () => {
      const { last_used_at } = await getToken({
        actor: operatorOf(accountId),
        input: { tokenId: live.tokenId },
      });
      expect(last_used_at).not.toBeNull();
    },
    { timeout: 10_000 },
  );
  before = await liveThings(accountId);
});

/** What each route is asked with; the others take no body. */
const bodies: Record<string, (stage: Stage) => unknown> = {
  "POST /api/sms": () => ({ from: "Test", to: "48500000001", body: "x" }),
  "POST /api/sms/batch": () => ({ messages: [{ from: "Test", to: "48500000001", body: "x" }] }),
  "PATCH /api/sms/:message_id": () => ({ scheduled_at: new Date().toISOString() }),
  "POST /api/verifications": () => ({ to: "48500000001" }),
  "POST /api/verifications/check": () => ({ to: liveNumber, code: "123456" }),
  "POST /api/verifications/:verification_id/check": () => ({ code: "123456" }),
  "POST /api/mcp": () => ({
    ...{ jsonrpc: "2.0", id: 1, method: "tools/call" },
    params: { name: "list_messages", arguments: { q: canary } },
  }),
  "POST /api/opt-outs": () => ({ number: "48500000007" }),
  "POST /api/opt-outs/import": () => ({ opt_outs: [{ number: "48500000007" }] }),
  "POST /api/numbers": () => ({ numbers: ["48500000007"] }),
  "POST /api/contacts": () => ({ number: "48500000007" }),
  "PATCH /api/contacts/:contact_id": () => ({ fields: {} }),
  "POST /api/groups": () => ({ name: "Test" }),
  "PATCH /api/groups/:group_id": () => ({ name: "x" }),
  "POST /api/groups/:group_id/contacts": ({ live }) => ({ contact_ids: [live.contact_id] }),
  "POST /api/templates": () => ({ name: "Test", body: "x" }),
  "PATCH /api/templates/:template_id": () => ({ name: "x" }),
  "POST /api/campaigns": () => ({ name: "x", from: "Test", start: false }),
  "PATCH /api/campaigns/:campaign_id": () => ({ name: "x" }),
  "POST /api/tokens": () => ({ name: "x", mode: "live" }),
  "PATCH /api/tokens/:token_id": () => ({ daily_limit: 5 }),
  "POST /api/tokens/:token_id/rotate": () => ({}),
  "POST /api/webhook-endpoints": () => ({ url: "https://example.com/" }),
  "PATCH /api/webhook-endpoints/:endpoint_id": () => ({ enabled: false }),
  "POST /api/webhook-endpoints/:endpoint_id/test": () => ({}),
  "POST /api/webhook-endpoints/:endpoint_id/replay": ({ live }) => ({ event_id: live.event_id }),
};

// Those in Twilio's form: twilio-routes.test.ts.
const open =
  /^\w+ \/(2010-04-01|api\/(panel|webhooks|payments|health|metrics|account|openapi\.json|pricing))(\/|$)/;
const routes = [...new Set(api.routes.map(({ method, path }) => `${method} ${path}`))].filter(
  (route) => !route.startsWith("ALL ") && !open.test(route),
);

test.each(routes)("%s shows a test token nothing live and changes nothing live", async (route) => {
  const { status, text } = await call(route);
  if (route === "DELETE /api/opt-outs/:number") expect(status).toBe(403);
  else if (route === "GET /api/numbers/:number") expect(status).toBe(200);
  else if (route.includes(":")) expect(status).toBe(404);
  else if (route === "POST /api/tokens") expect(status).toBe(403);
  else expect(status).toBeLessThan(300);
  expect(text).not.toContain(canary);
  expect(text).not.toContain(liveNumber);
  for (const [name, id] of Object.entries(stage.live)) {
    // What it asked for itself stands in `instance`.
    const isAsked = route.includes(`:${name}`) || route.includes(`/${name.replace("_id", "")}/:`);
    if (!isAsked) expect(text).not.toContain(id);
  }
  expect(await liveThings(stage.accountId)).toEqual(before);
});

test("no filter leads a test token to live messages, and asking for them outright is refused", async () => {
  const { message_id: messageId } = stage.live;
  for (const query of [
    `q=${canary}`,
    `q=${messageId}`,
    `to=${liveNumber}`,
    `client_ref=${canary}`,
  ]) {
    const { status, text } = await call(`GET /api/sms?${query}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ data: [], next_cursor: null });
  }
  const { status, text } = await call("GET /api/sms?test=false");
  expect(status).toBe(422);
  expect(JSON.parse(text)["errors"]).toEqual({
    test: [
      "A test token lists test messages only. Leave test out, or use a live token for live messages.",
    ],
  });
});

// Templates belong to neither side: a test token sends by the same ones.
const sided = routes.filter((route) => !route.includes("/api/templates/"));

test.each(sided.filter((route) => route.startsWith("GET") && route.includes(":")))(
  "%s finds for a live token what it does not find for a test token",
  async (route) => {
    expect((await call(route, stage.liveToken)).status).toBe(200);
  },
);

async function call(route: string, token = stage.token) {
  const [method = "", path = ""] = route.split(" ");
  const body = bodies[route]?.(stage);
  const asked = path.replace(/:(\w+)/g, (_all, name: keyof Stage["live"]) =>
    path.startsWith("/api/inbound/") ? stage.live.inbound_id : stage.live[name],
  );
  const request = new Request(`http://localhost${asked}`, {
    method,
    headers: {
      accept: "application/json, text/event-stream",
      authorization: `Bearer ${token}`,
      "content-type": typeOf(route),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer = await api.fetch(request, { clientAddress: "192.0.2.1" });
  return { status: answer.status, text: await answer.text() };
}

function typeOf(route: string): string {
  return route === "POST /api/campaigns/:campaign_id/recipients" ? "text/csv" : "application/json";
}

/** Every row of the live side that a request could change. */
async function liveThings(accountId: string): Promise<unknown> {
  const [row] = await db().execute(sql`
    select
      (select jsonb_agg(to_jsonb(m) order by id) from messages m where account_id = ${accountId}::uuid and not test) as messages,
      (select jsonb_agg(to_jsonb(v) order by id) from verifications v where account_id = ${accountId}::uuid and not test) as verifications,
      (select jsonb_agg(to_jsonb(c) - '{checked_revision,check_id,checking_until,summary}'::text[] order by id) from campaigns c where account_id = ${accountId}::uuid and not test) as campaigns,
      (select jsonb_agg(to_jsonb(t) order by id) from tokens t where account_id = ${accountId}::uuid and mode = 'live') as tokens,
      (select jsonb_agg(to_jsonb(e) order by id) from webhook_endpoints e where account_id = ${accountId}::uuid and not test) as endpoints,
      (select jsonb_agg(to_jsonb(d) order by event_id) from webhook_deliveries d where account_id = ${accountId}::uuid) as deliveries,
      (select jsonb_agg(to_jsonb(o) order by recipient) from opt_outs o where account_id = ${accountId}::uuid and recipient not like '48500000%') as opt_outs,
      (select jsonb_agg(to_jsonb(c) order by id) from contacts c where account_id = ${accountId}::uuid and number not like '48500000%') as contacts,
      (select jsonb_agg(to_jsonb(i) order by id) from inbound_messages i where account_id = ${accountId}::uuid and not test) as inbound,
      (select credits from accounts where id = ${accountId}::uuid) as credits`);
  return row;
}
