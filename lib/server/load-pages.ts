import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { env, isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";
import { logNextOutput } from "./log-next-output";

/** The pages of the product, as Next serves them. */
export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whether Next can read the header by which its router names the screen it has; if not, it responds 500. */
  isRouterState(header: string | string[]): boolean;
  close(): Promise<void>;
}

/** Loads Next and its build. The import is here and late, so that other roles never pay for it. */
export async function loadPages(httpServer: Server): Promise<Pages> {
  if (isProduction()) logNextOutput();
  const [{ default: next }, { parseAndValidateFlightRouterState }] = await Promise.all([
    import("next"),
    import("next/dist/server/app-render/parse-and-validate-flight-router-state.js"),
  ]);
  const { HOST, PORT } = env();
  const app = next({
    dev: !isProduction(),
    dir: projectRoot(),
    // Only the development server upgrades connections. A build would drop every request that offers an upgrade, as
    // curl does for HTTP/2: it is given a server that nobody calls.
    httpServer: isProduction() ? createServer() : httpServer,
    hostname: HOST,
    port: PORT,
  });
  await app.prepare();
  return {
    answer: app.getRequestHandler(),
    isRouterState: (header) => !throws(() => parseAndValidateFlightRouterState(header)),
    close: () => app.close(),
  };
}

function throws(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch {
    return true;
  }
}
