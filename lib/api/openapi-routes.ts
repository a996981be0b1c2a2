import { Hono } from "hono";
import { appUrl } from "../core/env";
import { processWide } from "../core/process-wide";
import { buildDocument } from "../openapi/build-document";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";

/** `/api/openapi.json`: the API described to machines. Made at the first request, then kept. */
export const openapiRoutes = new Hono<ApiEnv>()
  .get("/", (c) => {
    c.header("Cache-Control", "public, max-age=60");
    c.header("Content-Type", "application/json");
    return c.body(documentText());
  })
  .all("/", methodNotAllowed("GET"));

function documentText(): string {
  return processWide("openapi", () => JSON.stringify(buildDocument(appUrl())));
}
