import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { embeddedDatabaseUrl } from "../core/db";
import { publishPort } from "../core/env";
import { projectRoot } from "../database/project-root";
import { drainMs } from "./close-server";
import { type KeptProcess, keepProcess } from "./keep-process";
import type { Order } from "./run-part";
import { sharePort } from "./share-port";
import { type RunningChild, startChild } from "./start-child";
import { pagesEndMs, type RunningPages, startPages } from "./start-pages";

/** How long a busy process may take to hear that the port is about to be closed. */
const preparingMs = 1000;

interface Supervision {
  port: number;
  host: string;
  role: "all" | "web" | "api";
  /** How many answer the API. */
  processes: number;
  /** What runs as the process of the pages; the build when left out. */
  pagesProgram?: string | undefined;
}

interface Supervised {
  port: number;
  /** Ends live streams, stops accepting, answers every request that was sent before, ends the worker (at most 9 s). */
  stop(): Promise<void>;
}

/**
 * Runs the parts of an installation in processes of their own: several for the API, one for the worker, one for the
 * pages, as the role says. One that ends is started again while the others go on. Throws unavailable when one does not
 * start; none is left then.
 */
export async function supervise({
  port,
  host,
  role,
  processes,
  pagesProgram,
}: Supervision): Promise<Supervised> {
  const shared = await sharePort(port, host);
  publishPort(shared.port);
  const embeddedUrl = embeddedDatabaseUrl();
  const order: Order = { port: shared.port, ...(embeddedUrl ? { embeddedUrl } : {}) };
  const apis = new Set<RunningChild>();
  const kept: KeptProcess<RunningChild>[] = [];
  const pages: { running?: RunningPages | undefined; kept?: KeptProcess<RunningPages> } = {};

  const startPart =
    (part: "api" | "worker", name: string = part) =>
    (signal: AbortSignal) =>
      startChild({ name, program: programOf(part), order: { ...order }, signal });

  async function keepApi(_process: unknown, place: number): Promise<void> {
    const name = `api-${place + 1}`;
    const api = await keepProcess({
      name,
      start: startPart("api", name),
      onChange(current) {
        if (!current) return;
        apis.add(current);
        void current.ended.then(() => apis.delete(current));
        sendPages(current);
        shared.add(current.process);
      },
    });
    kept.push(api);
  }

  async function keepWorker(): Promise<void> {
    kept.push(await keepProcess({ name: "worker", start: startPart("worker") }));
  }

  async function keepPages(): Promise<void> {
    pages.kept = await keepProcess({
      name: "pages",
      start: (signal) => startPages(signal, pagesProgram),
      onChange(current) {
        pages.running = current;
        for (const api of apis) sendPages(api);
      },
    });
  }

  function sendPages({ process: child }: RunningChild): void {
    child.send({ pages: pages.running?.socket ?? null }, () => undefined);
  }

  async function stop(): Promise<void> {
    const untilMs = performance.now() + drainMs;
    await Promise.all([...apis].map(prepareToClose));
    await shared.close();
    await Promise.all(kept.map((each) => each.stop(untilMs - performance.now())));
    await pages.kept?.stop(pagesEndMs);
  }

  const starts = [
    ...Array.from({ length: processes }, keepApi),
    ...(role === "all" ? [keepWorker()] : []),
    ...(role === "api" ? [] : [keepPages()]),
  ];
  await Promise.all(starts).catch(async (error: unknown) => {
    await Promise.allSettled(starts);
    await stop();
    throw error;
  });
  return { port: shared.port, stop };
}

/** A client whose response is the last of its connection comes back on a new one, so it must hear that before the port is closed. */
async function prepareToClose({ process: child, ended }: RunningChild): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    child.on("message", (message) => message === "closing" && resolve());
  });
  child.send({ isClosing: true }, () => undefined);
  await Promise.race([heard, ended, wait(preparingMs)]);
}

function programOf(part: "api" | "worker"): string {
  return join(projectRoot(), `dist/${part}.mjs`);
}
