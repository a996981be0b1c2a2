import { expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { mintAccount } from "../testing/mint-account";
import type { TokenScope } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { api } from "./app";

const scopes: TokenScope[] = ["send", "read", "manage"];

/** What each route of the public API demands. */
const demanded: Record<string, TokenScope> = {
  "POST /api/sms": "send",
  "GET /api/sms": "read",
  "POST /api/sms/batch": "send",
  "GET /api/sms/:message_id": "read",
  "PATCH /api/sms/:message_id": "send",
  "DELETE /api/sms/:message_id": "send",
  "POST /api/verifications": "send",
  "GET /api/verifications": "read",
  "POST /api/verifications/check": "send",
  "GET /api/verifications/:verification_id": "read",
  "DELETE /api/verifications/:verification_id": "send",
  "POST /api/verifications/:verification_id/check": "send",
  "GET /api/inbound": "read",
  "GET /api/inbound/:message_id": "read",
  "GET /api/opt-outs": "read",
  "GET /api/opt-outs.csv": "read",
  "POST /api/opt-outs": "manage",
  "POST /api/opt-outs/import": "manage",
  "DELETE /api/opt-outs/:number": "manage",
  "GET /api/numbers/:number": "read",
  "POST /api/numbers": "read",
  "GET /api/contacts": "read",
  "POST /api/contacts": "manage",
  "GET /api/contacts/:contact_id": "read",
  "PATCH /api/contacts/:contact_id": "manage",
  "DELETE /api/contacts/:contact_id": "manage",
  "GET /api/groups": "read",
  "POST /api/groups": "manage",
  "PATCH /api/groups/:group_id": "manage",
  "DELETE /api/groups/:group_id": "manage",
  "POST /api/groups/:group_id/contacts": "manage",
  "DELETE /api/groups/:group_id/contacts/:contact_id": "manage",
  "GET /api/templates": "read",
  "POST /api/templates": "manage",
  "GET /api/templates/:template_id": "read",
  "PATCH /api/templates/:template_id": "manage",
  "DELETE /api/templates/:template_id": "manage",
  "GET /api/campaigns": "read",
  "POST /api/campaigns": "send",
  "GET /api/campaigns/:campaign_id": "read",
  "PATCH /api/campaigns/:campaign_id": "send",
  "DELETE /api/campaigns/:campaign_id": "send",
  "GET /api/campaigns/:campaign_id/recipients": "read",
  "POST /api/campaigns/:campaign_id/recipients": "send",
  "POST /api/campaigns/:campaign_id/start": "send",
  "POST /api/campaigns/:campaign_id/pause": "send",
  "POST /api/campaigns/:campaign_id/resume": "send",
  "POST /api/campaigns/:campaign_id/cancel": "send",
  "GET /api/tokens": "manage",
  "POST /api/tokens": "manage",
  "GET /api/tokens/:token_id": "manage",
  "PATCH /api/tokens/:token_id": "manage",
  "DELETE /api/tokens/:token_id": "manage",
  "POST /api/tokens/:token_id/rotate": "manage",
  "GET /api/webhook-endpoints": "manage",
  "POST /api/webhook-endpoints": "manage",
  "GET /api/webhook-endpoints/:endpoint_id": "manage",
  "PATCH /api/webhook-endpoints/:endpoint_id": "manage",
  "DELETE /api/webhook-endpoints/:endpoint_id": "manage",
  "POST /api/webhook-endpoints/:endpoint_id/rotate": "manage",
  "POST /api/webhook-endpoints/:endpoint_id/test": "manage",
  "GET /api/webhook-endpoints/:endpoint_id/deliveries": "manage",
  "GET /api/webhook-endpoints/:endpoint_id/deliveries.csv": "manage",
  "GET /api/webhook-endpoints/:endpoint_id/deliveries/:event_id": "manage",
  "POST /api/webhook-endpoints/:endpoint_id/replay": "manage",
  "GET /api/webhook-endpoints/:endpoint_id/replay/:replay_id": "manage",
};

/**
 * Routes that ask for no scope themselves: for browsers by cookie, for agents by the verb behind each tool, for carriers by
 * secret, for Stripe by signature, for any token, for everyone. Those in Twilio's form ask for theirs by HTTP Basic:
 * twilio-routes.test.ts.
 */
const open =
  /^(GET|POST) \/(2010-04-01|api\/(panel|mcp|webhooks|payments|health|metrics|account|openapi\.json|postman\.json|pricing))(\/|$)/;

const listed = [...new Set(api.routes.map(({ method, path }) => `${method} ${path}`))].filter(
  (route) => !route.startsWith("ALL ") && !open.test(route),
);

test("every route is either open or demands a scope", () => {
  expect(listed.sort()).toEqual(Object.keys(demanded).sort());
});

test.each(Object.entries(demanded))("%s demands the scope %s", async (route, scope) => {
  const { accountId } = await mintAccount();
  const tokenWith = (wanted: TokenScope[]) =>
    createToken({
      actor: operatorOf(accountId),
      input: { name: "x", mode: "live", scopes: wanted },
    });
  const lacking = await tokenWith(scopes.filter((each) => each !== scope));
  const refused = await call(route, lacking.token);
  expect(refused.status).toBe(403);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({
    status: 403,
    code: "forbidden",
    title: "Not allowed",
    detail: `This token lacks the scope “${scope}”.`,
  });
  const having = await tokenWith([scope]);
  expect([401, 403]).not.toContain((await call(route, having.token)).status);
});

async function call(route: string, token: string): Promise<Response> {
  const [method = "", path = ""] = route.split(" ");
  const real = path
    .replace(":campaign_id", "cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":message_id", "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":token_id", "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":endpoint_id", "whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":event_id", "evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":replay_id", "rpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = method === "GET" || method === "DELETE" ? null : "{}";
  const request = new Request(`http://localhost${real}`, { method, headers, body });
  return api.fetch(request, { clientAddress: "192.0.2.1" });
}
