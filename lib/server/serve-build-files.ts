import type { IncomingMessage, ServerResponse } from "node:http";
import send from "send";

const prefix = "/_next/static/";
const maxAgeMs = 365 * 86_400_000;
/** What the build compressed ahead of time, and the type it is then served as, which its name no longer says. */
const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

interface BuildFiles {
  /** The folder of the build's files. */
  folder: string;
  /** Responds to every other request, and to one for a file that is not there. */
  otherwise(): void;
}

/**
 * Serves the scripts, styles and fonts of the build, whose names change with their content, as the build compressed
 * them.
 */
export function serveBuildFiles(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, otherwise }: BuildFiles,
): void {
  const path = request.url?.split("?", 1)[0] ?? "";
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead || !path.startsWith(prefix)) return void otherwise();
  const encoding = encodingOf(path, request.headers["accept-encoding"]);
  const stream = send(request, `/${path.slice(prefix.length)}${encoding?.ending ?? ""}`, {
    root: folder,
    maxAge: maxAgeMs,
    immutable: true,
    index: false,
  });
  const giveUp = () => (response.headersSent ? response.destroy() : otherwise());
  stream.on("headers", () => describe(response, encoding));
  stream.on("error", giveUp);
  stream.on("directory", giveUp);
  stream.pipe(response);
}

function describe(response: ServerResponse, encoding: ReturnType<typeof encodingOf>): void {
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("vary", "accept-encoding");
  if (!encoding) return;
  response.setHeader("content-type", encoding.type);
  response.setHeader("content-encoding", encoding.name);
}

function encodingOf(path: string, accepted: string | string[] | undefined) {
  const type = types[path.slice(path.lastIndexOf(".") + 1)];
  if (!type) return undefined;
  if (accepts(accepted, "br")) return { name: "br", ending: ".br", type };
  if (accepts(accepted, "gzip")) return { name: "gzip", ending: ".gz", type };
  return undefined;
}

/** Whether a coding is named, and not only to be refused (RFC 9110, 12.5.3). */
function accepts(accepted: string | string[] | undefined, coding: string): boolean {
  const named = String(accepted ?? "").match(
    new RegExp(`(?:^|,)\\s*${coding}\\s*(?:;\\s*q=([\\d.]+))?\\s*(?:,|$)`, "i"),
  );
  return named !== null && Number(named[1] ?? 1) > 0;
}
