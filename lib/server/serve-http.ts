import { publishPort } from "../core/env";
import { closeServer } from "./close-server";
import { type KeptProcess, keepProcess } from "./keep-process";
import { listen } from "./listen";
import { openHttpServer } from "./open-http-server";
import { pagesEndMs, type RunningPages, startPages } from "./start-pages";
import { watchWorker } from "./watch-worker";

interface HttpServerOptions {
  port: number;
  host: string;
  role: "all" | "web" | "api";
  /** What runs as the process of the pages; the build when left out. */
  pagesProgram?: string | undefined;
}

export interface RunningHttpServer {
  url: string;
  port: number;
  /** Ends live streams, stops accepting, answers every request that was sent before (at most 8 s). */
  close(): Promise<void>;
}

/**
 * The one public listener, in this process, and the process of the pages. Role `api` has no such process. Throws
 * unavailable when the pages do not start; nobody listens then.
 */
export async function serveHttp({
  port,
  host,
  role,
  pagesProgram,
}: HttpServerOptions): Promise<RunningHttpServer> {
  const kept: { pages?: KeptProcess<RunningPages> } = {};
  const hasPages = role !== "api";
  const { server, ...closing } = openHttpServer(
    hasPages ? () => kept.pages?.current()?.socket : undefined,
  );
  const bound = await listen(server, port, host);
  publishPort(bound);
  const watch = watchWorker();
  if (hasPages) {
    kept.pages = await keepProcess({
      name: "pages",
      start: (signal) => startPages(signal, pagesProgram),
    }).catch((error: unknown) => {
      server.close();
      void watch.stop();
      throw error;
    });
  }
  return {
    url: `http://localhost:${bound}`,
    port: bound,
    async close() {
      await Promise.all([closeServer(server, closing), watch.stop()]);
      await kept.pages?.stop(pagesEndMs);
    },
  };
}
