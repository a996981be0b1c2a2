import { type Context, Hono, type Next } from "hono";
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
import { isTwilioPath, twilioProblem } from "./twilio-problem";

/**
 * The HTTP API, whole: the front door calls it directly and `app/api/[[...route]]` mounts it, so both
 * doors answer alike. Takes `{ clientAddress }` beside the request.
 */
export const api = new Hono<ApiEnv>();

for (const pattern of ["/api/*", "/2010-04-01/*"]) {
  api.use(pattern, observe);
  api.use(pattern, (c, next) => {
    demandBodyLimit(c.req.raw);
    return next();
  });
}
mount(api, routes);
api.notFound((c) => {
  const error = new AppError("not_found", apiSentences.noSuchPath);
  reportRefusal(error, c);
  return respondTo(error, c);
});
api.onError((error, c) => {
  if (error instanceof AppError && error.details.rate) c.set("rate", error.details.rate);
  c.set("errorCode", toAppError(error).code);
  reportRefusal(error, c);
  return respondTo(error, c, routePath(c, -1));
});

/** Counts and traces a request, and adds the headers that every response has. */
async function observe(c: Context<ApiEnv>, next: Next): Promise<void> {
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
}

/** A refusal or failure, in the form that whoever asked reads. */
function respondTo(error: unknown, c: Context<ApiEnv>, route?: string): Response {
  const asked = { requestId: c.get("requestId"), ...(route === undefined ? {} : { route }) };
  if (isTwilioPath(c.req.path)) return twilioProblem(error, asked);
  return problemResponse(error, {
    ...asked,
    instance: new URL(c.req.url).pathname,
    // The panel shows people what its own calls are refused for; programs read English.
    language: c.req.path.startsWith("/api/panel/") ? readerLanguage(c.req.raw.headers) : "en",
  });
}
