import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { env, isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";

/** The pages of the product, as Next serves them. */
export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

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
  return { answer: app.getRequestHandler(), close: () => app.close() };
}
