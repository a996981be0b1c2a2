// Stands in for the process of the pages: takes requests at the same socket, without Next.
import { createServer, type ServerResponse } from "node:http";
import { operatorOf } from "../core/actor";
import { pagesSocket } from "../core/env";
import { toAppError } from "../core/to-app-error";
import { limitRequests } from "../sending/limit-requests";
import { followMain } from "../server/follow-main";

followMain(() => process.exit(0));

/** The URLs of requests whose client left. */
const left: unknown[] = [];
const open: ServerResponse[] = [];

/** What the pages do, by their paths. */
const answers: Record<string, (response: ServerResponse, search: URLSearchParams) => void> = {
  "/pid": (response) => response.end(String(process.pid)),
  "/left": (response) => response.end(left.join()),
  "/slow": (response) => {
    response.writeHead(200, { "content-type": "text/plain", "set-cookie": ["a=1", "b=2"] });
    response.write("first,");
    open.push(response);
  },
  "/go-on": (response) => {
    for (const slow of open.splice(0)) slow.end("second");
    response.end();
  },
  "/break": (response) => {
    response.write("half");
    setImmediate(() => response.destroy());
  },
  "/stay": (response) => open.push(response),
  "/large": (response) => response.end("x".repeat(8_000_000)),
  "/count": async (response, search) => {
    const counted = limitRequests(operatorOf(search.get("account") ?? "", "live"));
    const shown = await counted.catch((error: unknown) => toAppError(error));
    response.end(JSON.stringify(shown));
  },
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://pages");
  response.once("close", () => response.writableFinished || left.push(pathname));
  if (request.method === "POST") return void request.pipe(response);
  const answer = answers[pathname];
  if (answer) answer(response, searchParams);
  else response.end(JSON.stringify(request.headers));
});
server.listen(pagesSocket(), () => process.send?.("ready"));
