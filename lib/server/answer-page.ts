import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyLimitOf } from "../api/body-limit-of";
import { relayedHeader } from "../core/relayed-header";
import { answerAction } from "./answer-action";
import { checkPageRequest, isAction } from "./check-page-request";
import { clientOf, isRelayed } from "./client-address";
import { limitBody } from "./limit-body";
import type { Pages } from "./load-pages";
import { publicHostOf } from "./public-host";
import { rejectRequest } from "./reject-request";

/** Answers a request for a page, a form or sign-in by Next, once it is one that Next can take. */
export async function answerPage(
  pages: Pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rejection = checkPageRequest(request);
  if (rejection) return rejectRequest(response, rejection);
  const state = request.headers["next-router-state-tree"];
  if (state !== undefined && !pages.isRouterState(state)) {
    return rejectRequest(response, { status: 400, sentence: "The router state is not valid." });
  }
  const maxBytes = bodyLimitOf(request.url ?? "");
  const limited = await limitBody(request, maxBytes);
  if (!limited) {
    const sentence = `The request body may have at most ${maxBytes} bytes.`;
    return rejectRequest(response, { status: 413, sentence });
  }
  forward(limited);
  if (!isAction(request)) return pages.answer(limited, response);
  await answerAction(response, () => pages.answer(limited, response));
}

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
