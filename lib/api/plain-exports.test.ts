import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { plainText } from "../core/plain-text";
import { grantCredits } from "../credits/grant-credits";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { endMessages } from "../testing/end-messages";
import { mintSignedIn } from "../testing/signed-in";
import { createEndpoint } from "../webhooks/create-endpoint";
import { api } from "./app";

/** As an earlier release may have stored it: nothing was left out of what a carrier reported. */
const hostile = "=zq\u202eegnarO\u001b[2J\u009b\u2067\u200f\u0007";

let cookie: string;
let endpointId: string;
let campaignId: string;

beforeAll(async () => {
  const { accountId, session } = await mintSignedIn();
  cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
  const [messageId = ""] = await endMessages(accountId, 1, "failed");
  const endpoint = await createEndpoint({
    actor: operatorOf(accountId, "test"),
    input: { url: "https://example.com/hooks" },
  });
  endpointId = endpoint.id;
  const eventId = newId();
  await db().execute(sql`
    update messages set operator = ${hostile}, reason = ${hostile}, carrier_code = ${hostile},
      body = ${hostile}, client_ref = ${hostile} where id = ${messageId}::uuid`);
  await db().execute(sql`
    update message_events set operator = ${hostile}, reason = ${hostile}, carrier_code = ${hostile}
    where message_id = ${messageId}::uuid`);
  await db().execute(sql`
    insert into webhook_deliveries (account_id, endpoint_id, event_id, message_id, type, status, attempts)
    select account_id, id, ${eventId}::uuid, ${messageId}::uuid, 'sms.failed', 'failed', 1
    from webhook_endpoints where account_id = ${accountId}::uuid`);
  await db().execute(sql`
    insert into webhook_attempts (account_id, endpoint_id, event_id, id, at, url, request_headers, duration_ms, status, error, answer)
    select account_id, id, ${eventId}::uuid, ${newId()}::uuid, now(), url, '{}', 5, 500, 'http', ${hostile}
    from webhook_endpoints where account_id = ${accountId}::uuid`);
  await db().execute(sql`
    insert into cost_days (account_id, day, sender, country, messages, refunded_messages, charged, refunded)
    values (${accountId}::uuid, now()::date, ${hostile}, 'PL', 1, 0, 1, 0)`);
  await db().execute(sql`
    insert into activity_events (account_id, id, actor_kind, actor_label, action)
    values (${accountId}::uuid, ${newId()}::uuid, 'user', ${hostile}, 'token.created')`);
  await db().execute(sql`update accounts set admin = true where id = ${accountId}::uuid`);
  await grantCredits({ actor: operatorOf(accountId), input: { credits: 1, note: hostile } });
  await db().execute(sql`
    insert into opt_outs (account_id, recipient, sender, reason, source)
    values (${accountId}::uuid, '48732129000', '', ${hostile}, 'keyword')`);
  await db().execute(sql`
    insert into contacts (account_id, id, number, fields)
    values (${accountId}::uuid, ${newId()}::uuid, '48732129000', ${JSON.stringify({ name: hostile })}::jsonb)`);
  const campaign = newId();
  campaignId = publicId("cmp", campaign);
  await db().execute(sql`
    insert into campaigns (account_id, id, name, status, test, source, columns, mapping, rows)
    values (${accountId}::uuid, ${campaign}::uuid, 'Old', 'draft', true, 'panel', '["Phone", "Name"]', '["to", "name"]', 2)`);
  await db().execute(sql`
    insert into campaign_rows (account_id, campaign_id, position, cells, state)
    select ${accountId}::uuid, ${campaign}::uuid, n, ${JSON.stringify(["12", hostile])}::jsonb, 'invalid'
    from generate_series(2, 3) as n`);
});

const files = [
  "/api/panel/messages.csv",
  "/api/panel/messages.ndjson",
  "/api/panel/export",
  "/api/panel/movements.csv",
  "/api/panel/costs.csv",
  "/api/panel/statement.csv",
  "/api/panel/activity.csv",
  "/api/panel/admin/activity.csv",
  "/api/panel/opt-outs.csv",
  "/api/panel/contacts.csv",
  "/api/panel/campaigns/:campaign_id/recipients.csv",
  "/api/panel/campaigns/:campaign_id/rejected.csv",
  "/api/panel/webhook-endpoints/:endpoint_id/deliveries.csv",
];

test.each(files)("%s holds no control character and no override of direction", async (path) => {
  const headers = { cookie };
  const filled = path.replace(":endpoint_id", endpointId).replace(":campaign_id", campaignId);
  const url = `http://localhost${filled}`;
  const answer = await api.fetch(new Request(url, { headers }), { clientAddress: null });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain("zq");
  expect(plainText(text)).toBe(text);
  // A spreadsheet shows it as text, and whoever parses JSON gets what was stored.
  if (path.endsWith(".csv")) expect(text).toMatch(/'=zqegnarO\[2J/);
  else
    expect(
      JSON.stringify(
        text
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      ),
    ).toContain("\u202e");
});

test("exports walk every file that the panel offers", () => {
  const offered = api.routes
    .filter(
      ({ method, path }) => method === "GET" && /^\/api\/panel\/.*(csv|ndjson|export)$/.test(path),
    )
    .map(({ path }) => path);
  expect([...new Set(offered)].sort()).toEqual([...files].sort());
});
