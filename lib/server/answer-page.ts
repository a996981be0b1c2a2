import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { bodyLimitOf } from "../api/body-limit-of";
import { isProduction } from "../core/env";
import { once } from "../core/once";
import { relayedHeader } from "../core/relayed-header";
import { projectRoot } from "../database/project-root";
import { checkPageRequest } from "./check-page-request";
import { clientOf, isRelayed } from "./client-address";
import { limitBody } from "./limit-body";
import { publicHostOf } from "./public-host";
import { rejectRequest } from "./reject-request";
import { relayPage } from "./relay-page";
import { serveBuildFiles } from "./serve-build-files";

/**
 * Answers a request for a page, a form, or sign-in, once it is one that Next can take: a file of the build from here, all
 * else from the process of the pages, which takes requests at `socket`.
 */
export async function answerPage(
  socket: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rejection = checkPageRequest(request);
  if (rejection) return rejectRequest(response, rejection);
  const maxBytes = bodyLimitOf(request.url ?? "");
  const limited = await limitBody(request, maxBytes);
  if (!limited) {
    const sentence = `The request body may have at most ${maxBytes} bytes.`;
    return rejectRequest(response, { status: 413, sentence });
  }
  forward(limited);
  const relay = () => relayPage(socket, limited, response);
  if (!isProduction()) return relay();
  serveBuildFiles(limited, response, { folder: buildFolder(), otherwise: relay });
}

const buildFolder = once(() => join(projectRoot(), ".next/static"));

/** Next and next-auth believe forwarded headers, so they get only those we have checked. */
function forward(request: IncomingMessage): void {
  const { headers } = request;
  const client = clientOf(request);
  if (isRelayed(request)) headers[relayedHeader] = "yes";
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete headers[name];
  }
  headers["x-forwarded-for"] = client.address ?? "";
  const { host, proto } = publicHostOf(request, client);
  if (host) headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = proto;
}
