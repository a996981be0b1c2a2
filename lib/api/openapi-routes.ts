import type { Context } from "hono";
import { once } from "../core/once";
import { publicOrigin } from "../core/public-origin";
import { buildDocument } from "../openapi/build-document";
import { toPostman } from "../openapi/to-postman";
import { internalCalls } from "../operations/internal-calls";
import type { ApiEnv } from "./context";
import type { Route } from "./mount";

/** Stands in the kept texts for the address of the installation, which depends on who asks. */
const placeholder = "https://origin.invalid";

/** `/api/openapi.json` and the same as a Postman collection. Each is made at the first request, then kept. */
export const openapiRoutes: Route[] = [
  { call: internalCalls.getDocument, respond: (c) => jsonResponse(c, documentText()) },
  { call: internalCalls.getCollection, respond: (c) => jsonResponse(c, collectionText()) },
];

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
