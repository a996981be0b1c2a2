import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { databasePool } from "../core/db";
import { env, isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";

/** The pages of the product, as Next serves them. */
export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

const retryAfterSeconds = 2;

/** Loads Next and its build. The import is here and late, so that other roles never pay for it. */
export async function loadPages(httpServer: Server): Promise<Pages> {
  const { default: next } = await import("next");
  const { HOST, PORT } = env();
  const app = next({
    dev: !isProduction(),
    dir: projectRoot(),
    httpServer,
    hostname: HOST,
    port: PORT,
  });
  await app.prepare();
  const answer = app.getRequestHandler();
  return {
    answer(request, response) {
      tellOutage(response);
      return answer(request, response);
    },
    close: () => app.close(),
  };
}

/** Next answers 500 to whatever a page throws. When the database was away meanwhile, it is 503. */
function tellOutage(response: ServerResponse): void {
  const startedMs = performance.now();
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || databasePool().lastAwayMs < startedMs) {
      return writeHead.call(response, status, ...rest);
    }
    response.setHeader("retry-after", retryAfterSeconds);
    return writeHead.call(response, 503, ...rest);
  };
}
