import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { join } from "node:path";
import { databasePool } from "../core/db";
import { env, isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";
import { loopbackOf } from "./loopback-of";
import { serveBuildFiles } from "./serve-build-files";

/** The pages of the product, as Next serves them. */
export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whether Next can read the header by which its router names the screen it has; if not, it responds 500. */
  isRouterState(header: string | string[]): boolean;
  /** Tells Next the port that it is served at, which it asks for the page that an action leads to. */
  serveAt(port: number): void;
  close(): Promise<void>;
}

const retryAfterSeconds = 2;

/** Loads Next and its build. The import is here and late, so that other roles never pay for it. */
export async function loadPages(httpServer: Server): Promise<Pages> {
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
  const answer = app.getRequestHandler();
  const buildFolder = join(projectRoot(), ".next/static");
  return {
    answer(request, response) {
      tellOutage(response);
      if (!isProduction()) return answer(request, response);
      return serveBuildFiles(request, response, {
        folder: buildFolder,
        otherwise: () => answer(request, response),
      });
    },
    isRouterState: (header) => !throws(() => parseAndValidateFlightRouterState(header)),
    serveAt,
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

/** Otherwise Next takes the port that was asked for, and 3000 when any would do. */
function serveAt(port: number): void {
  const host = loopbackOf(env().HOST);
  const origin = `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  // biome-ignore lint/style/noProcessEnv: Next keeps its own address there.
  Object.assign(process.env, { __NEXT_PRIVATE_ORIGIN: origin });
}

function throws(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch {
    return true;
  }
}
