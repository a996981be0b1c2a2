import { Hono } from "hono";
import { routePath } from "hono/route";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { readerLanguage } from "../language/reader-language";
import { messagePolicy } from "../sending/limit-messages";
import { type RateState, ratePolicy } from "../sending/limit-requests";
import type { ApiEnv } from "./context";
import { mount } from "./mount";
import { problemResponse } from "./problem-response";
import { demandBodyLimit } from "./read-json";
import { reportRefusal } from "./report-refusal";
import { routes } from "./routes";
import { apiSentences } from "./sentences";

/**
 * The HTTP API, whole: the front door calls it directly and `app/api/[[...route]]` mounts it, so both
 * doors answer alike. Takes `{ clientAddress }` beside the request.
 */
export const api = new Hono<ApiEnv>();

api.use("/api/*", async (c, next) => {
  c.set("requestId", publicId("req", newId()));
  await next();
  // Hono's own c.header would build the answer anew for each of these.
  const { headers } = c.res;
  headers.set("X-Request-Id", c.get("requestId"));
  if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store");
  const rate = c.get("rate");
  if (rate || c.req.path.startsWith("/api/sms")) setPolicy(headers, c.get("token")?.mode ?? null);
  const states = [rate, c.get("messageRate")].flatMap((state) => (state ? [rateItem(state)] : []));
  if (states.length > 0) headers.set("RateLimit", states.join(", "));
});
api.use("/api/*", (c, next) => {
  demandBodyLimit(c.req.raw);
  return next();
});
mount(api, routes);
api.notFound((c) => {
  const error = new AppError("not_found", apiSentences.noSuchPath);
  reportRefusal(error, c);
  return problemResponse(error, {
    requestId: c.get("requestId"),
    instance: new URL(c.req.url).pathname,
  });
});
api.onError((error, c) => {
  if (error instanceof AppError && error.details.rate) c.set("rate", error.details.rate);
  reportRefusal(error, c);
  return problemResponse(error, {
    requestId: c.get("requestId"),
    instance: new URL(c.req.url).pathname,
    route: routePath(c, -1),
    // The panel shows people what its own calls are refused for; programs read English.
    language: c.req.path.startsWith("/api/panel/") ? readerLanguage(c.req.raw.headers) : "en",
  });
});

function setPolicy(headers: Headers, mode: Actor["mode"]): void {
  const policies = [ratePolicy(), messagePolicy(mode)].filter((policy) => policy !== undefined);
  if (policies.length > 0) headers.set("RateLimit-Policy", policies.join(", "));
}

/** An item of the `RateLimit` field of the IETF draft (draft-ietf-httpapi-ratelimit-headers). */
function rateItem({ policy, remaining, resetSeconds }: RateState): string {
  return `"${policy}";r=${remaining};t=${resetSeconds}`;
}
