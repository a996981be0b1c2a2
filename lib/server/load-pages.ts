import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";
import { loopbackOf } from "./loopback-of";

/** The pages of the product, as Next serves them. */
export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whether Next can read the header by which its router names the screen it has; if not, it responds 500. */
  isRouterState(header: string | string[]): boolean;
  close(): Promise<void>;
}

interface Place {
  /** The server of this process. */
  httpServer: Server;
  /** Where people reach the pages. */
  host: string;
  port: number;
}

/** Loads Next and its build. */
export async function loadPages({ httpServer, host, port }: Place): Promise<Pages> {
  const [{ default: next }, { parseAndValidateFlightRouterState }] = await Promise.all([
    import("next"),
    import("next/dist/server/app-render/parse-and-validate-flight-router-state.js"),
  ]);
  const app = next({
    dev: !isProduction(),
    dir: projectRoot(),
    // Only the development server upgrades connections. A build would drop every request that offers an upgrade: it is
    // given a server that nobody calls.
    httpServer: isProduction() ? createServer() : httpServer,
    hostname: host,
    port,
  });
  await app.prepare();
  setOrigin(loopbackOf(host), port);
  return {
    answer: app.getRequestHandler(),
    isRouterState: (header) => !throws(() => parseAndValidateFlightRouterState(header)),
    close: () => app.close(),
  };
}

/** Where Next requests the page that an action leads to: through the main process, like everybody else. */
function setOrigin(host: string, port: number): void {
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
