// The process of the pages: Next, and nothing else of ours but what Next's own bundle holds. The main process starts it,
// checks each request, and relays it here (docs/decisions/pages-run-in-a-separate-process.md).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { constants } from "node:zlib";
import compression from "compression";
import { env, pagesSocket } from "../core/env";
import { log } from "../core/log";
import { reportFigures } from "../metrics/report-figures";
import { answerAction } from "./answer-action";
import { isAction } from "./check-page-request";
import { exitProcess } from "./exit-process";
import { followMain } from "./follow-main";
import { guardProcess } from "./guard-process";
import { loadPages, type Pages } from "./load-pages";
import { loadScriptsLater } from "./load-scripts-later";
import { rejectRequest } from "./reject-request";
import { reportOutage } from "./report-outage";
import { reportRefusal } from "./report-refusal";

/** What Next may still do after the last response, such as work that a page put off. */
const closingMs = 1000;

/** The main process has checked every request and keeps time: here nothing is rejected or cut a second time. */
const limits = {
  headersTimeout: 0,
  requestTimeout: 0,
  // The relay reuses its connections for as long as it likes.
  keepAliveTimeout: 0,
  // The main process reads at most 16 KB of headers and adds its own.
  maxHeaderSize: 32_768,
  requireHostHeader: false,
};

/** Brotli makes the landing page a fifth smaller than Next's gzip, in the same time. */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });

/** Pages that are read first and used later: they carry a loader for their scripts. */
const readPages = new Set(["/", "/pricing"]);

const loaded: { pages?: Pages } = {};

followMain(() => void end());
reportFigures();
guardProcess(isClientGone);

run().catch((error: unknown) => {
  log().fatal({ err: error }, "the pages could not be loaded");
  void exitProcess(1);
});

async function run(): Promise<void> {
  const server = createServer(limits);
  const { HOST, PORT } = env();
  const pages = await loadPages({ httpServer: server, host: HOST, port: PORT });
  server.on("request", (request, response) => void answer(pages, request, response));
  loaded.pages = pages;
  server.listen(pagesSocket(), () => process.send?.("ready"));
}

async function answer(pages: Pages, request: IncomingMessage, response: ServerResponse) {
  const state = request.headers["next-router-state-tree"];
  if (state !== undefined && !pages.isRouterState(state)) {
    return rejectRequest(response, { status: 400, sentence: "The router state is not valid." });
  }
  reportOutage(response);
  const render = () => {
    compress(request, response, () => undefined);
    if (readPages.has(request.url?.split("?", 1)[0] ?? "")) loadScriptsLater(response);
    return pages.answer(request, response);
  };
  const answered = isAction(request)
    ? answerAction(response, render)
    : reportRefusal(request, response, render);
  await answered.catch((error: unknown) => {
    log().error({ err: error }, "a page failed");
    response.destroy();
  });
}

/**
 * Next copies a body into streams of which some have no listener: that its client left, in the middle of an action, is
 * caught by nobody then. Everybody else's page would end with this process.
 */
function isClientGone(error: Error): boolean {
  return error.message === "aborted" && "code" in error && error.code === "ECONNRESET";
}

async function end(): Promise<void> {
  const closed = loaded.pages?.close() ?? Promise.resolve();
  await Promise.race([closed, wait(closingMs)]).catch(() => undefined);
  await exitProcess(0);
}
