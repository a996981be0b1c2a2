import { Hono } from "hono";
import { routePath } from "hono/route";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { toAppError } from "../core/to-app-error";
import { readerLanguage } from "../language/reader-language";
import { countRequest } from "../metrics/count-request";
import { traceRequest } from "../traces/trace-request";
import type { ApiEnv } from "./context";
import { mount } from "./mount";
import { noteRequest } from "./note-request";
import { problemResponse } from "./problem-response";
import { policyHeader, rateHeader } from "./rate-headers";
import { demandBodyLimit } from "./read-json";
import { reportRefusal } from "./report-refusal";
import { routeName } from "./route-name";
import { routes } from "./routes";
import { apiSentences } from "./sentences";

/**
 * The HTTP API, whole: the front door calls it directly and `app/api/[[...route]]` mounts it, so both
 * doors answer alike. Takes `{ clientAddress }` beside the request.
 */
export const api = new Hono<ApiEnv>();

api.use("/api/*", async (c, next) => {
  const startedMs = performance.now();
  const requestId = newId();
  c.set("requestId", publicId("req", requestId));
  const describe = () => ({ method: c.req.method, route: routeName(c), status: c.res.status });
  await traceRequest({ traceparent: c.req.header("traceparent"), describe }, next);
  countRequest({ ...describe(), startedMs });
  noteRequest(c, requestId, startedMs);
  // Hono's own c.header would build the answer anew for each of these.
  const { headers } = c.res;
  headers.set("X-Request-Id", c.get("requestId"));
  if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store");
  const rate = c.get("rate");
  if (rate || c.req.path.startsWith("/api/sms")) {
    const policy = policyHeader(c.get("token") ?? { mode: null });
    if (policy !== undefined) headers.set("RateLimit-Policy", policy);
  }
  const left = rateHeader(rate, c.get("messageRate"));
  if (left !== undefined) headers.set("RateLimit", left);
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
  c.set("errorCode", toAppError(error).code);
  reportRefusal(error, c);
  return problemResponse(error, {
    requestId: c.get("requestId"),
    instance: new URL(c.req.url).pathname,
    route: routePath(c, -1),
    // The panel shows people what its own calls are refused for; programs read English.
    language: c.req.path.startsWith("/api/panel/") ? readerLanguage(c.req.raw.headers) : "en",
  });
});
