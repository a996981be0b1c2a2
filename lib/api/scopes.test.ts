import { expect, test } from "vitest";
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
  "GET /api/sms/:messageId": "read",
  "PATCH /api/sms/:messageId": "send",
  "DELETE /api/sms/:messageId": "send",
  "GET /api/tokens": "manage",
  "POST /api/tokens": "manage",
  "GET /api/tokens/:tokenId": "manage",
  "DELETE /api/tokens/:tokenId": "manage",
  "POST /api/tokens/:tokenId/rotate": "manage",
  "GET /api/webhook-endpoints": "manage",
  "POST /api/webhook-endpoints": "manage",
  "GET /api/webhook-endpoints/:id": "manage",
  "PATCH /api/webhook-endpoints/:id": "manage",
  "DELETE /api/webhook-endpoints/:id": "manage",
  "POST /api/webhook-endpoints/:id/rotate": "manage",
  "POST /api/webhook-endpoints/:id/test": "manage",
  "GET /api/webhook-endpoints/:id/deliveries": "manage",
  "GET /api/webhook-endpoints/:id/deliveries.csv": "manage",
  "GET /api/webhook-endpoints/:id/deliveries/:eventId": "manage",
  "POST /api/webhook-endpoints/:id/replay": "manage",
  "GET /api/webhook-endpoints/:id/replay/:replayId": "manage",
};

/** Routes that ask for no scope: for browsers by cookie, for carriers by secret, for Stripe by signature, for any token, for everyone. */
const open =
  /^(GET|POST) \/api\/(panel|webhooks|payments|health|account|openapi\.json|postman\.json|pricing)(\/|$)/;

const listed = [...new Set(api.routes.map(({ method, path }) => `${method} ${path}`))].filter(
  (route) => !route.startsWith("ALL ") && !open.test(route),
);

test("every route is either open or demands a scope", () => {
  expect(listed.sort()).toEqual(Object.keys(demanded).sort());
});

test.each(Object.entries(demanded))("%s demands the scope %s", async (route, scope) => {
  const { accountId } = await mintAccount();
  const tokenWith = (wanted: TokenScope[]) =>
    createToken({ accountId, name: "x", mode: "live", scopes: wanted });
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
    .replace(":messageId", "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":tokenId", "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":id", "whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":eventId", "evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA")
    .replace(":replayId", "rpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = method === "GET" || method === "DELETE" ? null : "{}";
  const request = new Request(`http://localhost${real}`, { method, headers, body });
  return api.fetch(request, { clientAddress: "192.0.2.1" });
}
