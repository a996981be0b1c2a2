import { type Context, Hono } from "hono";
import { once } from "../core/once";
import { publicOrigin } from "../core/public-origin";
import { buildDocument } from "../openapi/build-document";
import { toPostman } from "../openapi/to-postman";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";

/** Stands in the kept texts for the address of the installation, which depends on who asks. */
const placeholder = "https://origin.invalid";

/** `/api/openapi.json`: the API described to machines. Made at the first request, then kept. */
export const openapiRoutes = new Hono<ApiEnv>()
  .get("/", (c) => jsonResponse(c, documentText()))
  .all("/", methodNotAllowed("GET"));

/** `/api/postman.json`: the same as a Postman collection. */
export const postmanRoutes = new Hono<ApiEnv>()
  .get("/", (c) => jsonResponse(c, collectionText()))
  .all("/", methodNotAllowed("GET"));

function jsonResponse(c: Context<ApiEnv>, text: string): Response {
  c.header("Cache-Control", "public, max-age=60");
  c.header("Vary", "Host, X-Forwarded-Host");
  c.header("Content-Type", "application/json");
  const { forwardedHost, forwardedProto } = c.env;
  const host = forwardedHost ?? new URL(c.req.url).host;
  return c.body(text.replaceAll(placeholder, publicOrigin({ host, proto: forwardedProto })));
}

const documentText = once(() => JSON.stringify(buildDocument(placeholder)));
const collectionText = once(() => JSON.stringify(toPostman(buildDocument(placeholder))));
