import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { internalCalls } from "../operations/internal-calls";
import type { Operation } from "../operations/operation";
import { operations } from "../operations/operations";
import { api } from "./app";
import { bodyLimitOf } from "./body-limit-of";
import type { ApiEnv } from "./context";
import { mount, type Route } from "./mount";
import { panelUploadRoutes } from "./panel-campaign-routes";
import { panelRoutes } from "./panel-routes";
import { routes } from "./routes";

const internal = Object.values(internalCalls);
const door = { clientAddress: null };

/** What does not fit between the operations and a mounted API; nothing when each has exactly one route. */
function misfits(mounted: Hono<ApiEnv>, described: Pick<Operation, "method" | "path">[]): string[] {
  const open = described.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const strays = [];
  for (const { method, path } of mounted.routes.filter((route) => route.method !== "ALL")) {
    const name = `${method} ${path.replace(/:(\w+)\{\.\+\}/g, "{$1+}").replace(/:(\w+)/g, "{$1}")}`;
    const at = open.indexOf(name);
    if (at < 0) strays.push(`${name} has no operation, or a second handler`);
    else open.splice(at, 1);
  }
  return [...strays, ...open.map((name) => `${name} is not served`)];
}

function mountedWith(some: Route[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  mount(app, some);
  return app;
}

describe("each operation", () => {
  const panel = [...panelRoutes, ...panelUploadRoutes].map(({ call }) => call);

  test("is served by exactly one handler, and each route has an operation", () => {
    expect(misfits(api, [...operations, ...internal, ...panel])).toEqual([]);
  });

  test("that nobody mounted is found, and so is a second handler and a route without an operation", () => {
    const open = routes.filter(({ call }) => operations.some((operation) => operation === call));
    expect(misfits(mountedWith(open), operations)).toEqual([]);
    const [first, ...others] = open as [Route, ...Route[]];
    expect(misfits(mountedWith(others), operations)).toEqual(["POST /api/sms is not served"]);
    expect(misfits(mountedWith([...open, first]), operations)).toHaveLength(1);
    const stray: Route = { ...first, call: { method: "get", path: "/api/stray/{id}" } };
    expect(misfits(mountedWith([...open, stray]), operations)).toEqual([
      "GET /api/stray/{id} has no operation, or a second handler",
    ]);
  });

  test("has a name of its own", () => {
    const names = operations.map(({ id }) => id);
    expect([...new Set(names)]).toEqual(names);
  });
});

describe("a path", () => {
  test.each([
    ["/api/sms", "GET, POST"],
    ["/api/sms/batch", "POST"],
    ["/api/sms/msg_x", "GET, PATCH, DELETE"],
    ["/api/campaigns", "GET, POST"],
    ["/api/campaigns/cmp_x", "GET, PATCH, DELETE"],
    ["/api/campaigns/cmp_x/recipients", "GET, POST"],
    ["/api/panel/campaigns/cmp_x/recipients", "POST"],
    ["/api/tokens/tok_x", "GET, PATCH, DELETE"],
    ["/api/webhook-endpoints/whk_x/deliveries.csv", "GET"],
    ["/api/panel/messages/count", "GET"],
    ["/api/webhooks/simulator/secret", "GET, POST"],
    ["/api/webhooks/simulator/secret/message", "GET, POST"],
    ["/api/payments/stripe", "POST"],
    ["/api/mcp", "POST"],
    ["/api/postman.json", "GET"],
    ["/2010-04-01/Accounts/ACx/Messages.json", "GET, POST"],
    ["/2010-04-01/Accounts/ACx/Messages/SMx.json", "GET, POST"],
    ["/2010-04-01/Accounts/ACx/Balance.json", "GET"],
    ["/2010-04-01/Accounts/ACx.json", "GET"],
  ])("%s allows %s and nothing else", async (path, allow) => {
    const answer = await api.fetch(new Request(`http://localhost${path}`, { method: "PUT" }), door);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
  });

  test("that is a name is not taken for a parameter, in whatever order the routes come", async () => {
    const call = (path: Route["call"]["path"]): Route => ({
      call: { method: "get", path },
      respond: (c) => c.text(path),
    });
    const app = mountedWith([call("/api/things/{id}"), call("/api/things/count")]);
    const answer = await app.request("/api/things/count");
    expect(await answer.text()).toBe("/api/things/count");
  });
});

describe("the limit of a body", () => {
  test.each([
    ["/api/sms", 65_536],
    ["/api/sms/msg_x", 65_536],
    ["/api/sms/batch", 8_388_608],
    ["/api/webhook-endpoints/whk_x/test", 65_536],
    ["/api/webhooks/simulator/secret", 262_144],
    ["/api/payments/stripe", 262_144],
    ["/api/mcp", 65_536],
    ["/api/tokens", 16_384],
    ["/api/campaigns", 8_388_608],
    ["/api/campaigns/cmp_x", 65_536],
    ["/api/campaigns/cmp_x/start", 65_536],
    ["/api/campaigns/cmp_x/recipients", 33_554_432],
    ["/api/campaigns/cmp_x/recipients?file_name=a.csv", 33_554_432],
    ["/api/campaigns/cmp_x/pause?x=/recipients", 65_536],
    ["/api/panel/campaigns/cmp_x/recipients", 33_554_432],
    ["/api/panel/campaigns/cmp_x", 16_384],
    ["/api/nowhere", 16_384],
    ["/2010-04-01/Accounts/ACx/Messages.json", 65_536],
    ["/2010-04-01/Accounts/ACx/Messages/SMx.json", 16_384],
    ["/2010-04-01/nowhere", 16_384],
    ["/language", 4096],
    ["/send", 1_048_576],
  ])("of %s is %d bytes", (path, maxBytes) => {
    expect(bodyLimitOf(path)).toBe(maxBytes);
  });

  test("is the one that its operation declares", () => {
    for (const { path, body } of [...operations, ...routes.map(({ call }) => call)])
      if (body) expect(bodyLimitOf(path)).toBe(body.maxBytes);
  });
});
