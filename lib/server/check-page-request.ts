import type { IncomingMessage } from "node:http";
import { ifThrows } from "../core/if-throws";
import type { Rejection } from "./reject-request";

/** Where a form or a client may post to that is no server action. */
const postPaths = /^\/language$|^\/api\/auth\//;

/**
 * What is wrong with a request that goes to Next: it responds 500 to a path whose escapes are no UTF-8 and to methods
 * it does not know, and serves a page for any method it does. Undefined when nothing is wrong.
 */
export function checkPageRequest(request: IncomingMessage): Rejection | undefined {
  const path = pathOf(request);
  if (!isDecodable(path)) return { status: 400, sentence: "This URL is not valid." };
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const takesPost = postPaths.test(path);
  if (request.method === "POST" && (takesPost || isAction(request))) return undefined;
  const allow = takesPost ? "GET, HEAD, POST" : "GET, HEAD";
  return { status: 405, sentence: "This path does not support this method.", allow };
}

/** Next would serve a file to a POST as well; no page that has a form ends like one. */
const filePaths = /\.\w+$/;

/** Whether a request may be a server action: by script with a header of its own, without script a multipart form. */
export function isAction(request: IncomingMessage): boolean {
  const { method, headers } = request;
  const path = pathOf(request);
  if (method !== "POST" || postPaths.test(path) || filePaths.test(path)) return false;
  const isForm = /^multipart\/form-data/i.test(headers["content-type"] ?? "");
  return isForm || headers["next-action"] !== undefined;
}

function pathOf({ url }: IncomingMessage): string {
  return url?.split("?", 1)[0] ?? "";
}

function isDecodable(path: string): boolean {
  return ifThrows(
    () => decodeURIComponent(path) !== undefined,
    () => false,
  );
}
