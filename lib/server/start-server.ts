import { sweepUploads } from "../api/sweep-uploads";
import { refuseHalfRestored } from "../backups/restore-marker";
import { env } from "../core/env";
import { log } from "../core/log";
import { checkDataFolder, minFreeBytes } from "../database/check-data-folder";
import { migrate } from "../database/migrate";
import { openDatabase } from "../database/open-database";
import { priceListInForce } from "../payments/price-list-in-force";
import { runWorker } from "../worker/run-worker";
import { checkPort } from "./check-port";
import { countProcesses } from "./count-processes";
import { serveHttp } from "./serve-http";
import { serveMetrics } from "./serve-metrics";
import { supervise } from "./supervise";

export interface RunningServer {
  /** The port that answers; undefined for ROLE=worker. */
  port: number | undefined;
  stop(): Promise<void>;
}

/** Of the embedded PostgreSQL. */
const defaultConnections = 100;
const spareConnections = 20;

/**
 * Starts what ROLE asks for, in an order that refuses before anything is half done; a test says what runs as
 * the process of the pages.
 */
export async function startServer(
  onDatabaseLost: () => void,
  pagesProgram?: string,
): Promise<RunningServer> {
  const { PORT, HOST, ROLE, DATA_DIR, DATABASE_URL, METRICS_PORT } = env();
  const processes = countProcesses();
  const started: Array<() => Promise<void>> = [];

  async function stop() {
    for (const end of started.splice(0).reverse()) await end();
  }

  async function start(): Promise<number | undefined> {
    priceListInForce();
    if (ROLE !== "worker") await checkPort(PORT, HOST);
    await checkDataFolder(DATA_DIR, DATABASE_URL ? 0 : minFreeBytes);
    refuseHalfRestored();
    const database = await openDatabase({
      purpose: "serve",
      onLost: onDatabaseLost,
      settings: databaseSettings(processes),
    });
    started.push(database.close);
    await migrate(database.url, () => log().info("migrating the database"));
    if (ROLE !== "worker") void sweepUploads();
    const isShared = ROLE !== "worker" && processes > 1;
    const running = isShared
      ? await supervise({ port: PORT, host: HOST, role: ROLE, processes, pagesProgram })
      : await serveHere(pagesProgram);
    started.push(running.stop);
    if (METRICS_PORT !== undefined) started.push((await serveMetrics(METRICS_PORT, HOST)).close);
    return running.port;
  }

  const port = await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, stop };
}

/** API and worker in this process. */
async function serveHere(pagesProgram: string | undefined): Promise<RunningServer> {
  const { PORT, HOST, ROLE } = env();
  const httpServer =
    ROLE === "worker"
      ? undefined
      : await serveHttp({ port: PORT, host: HOST, role: ROLE, pagesProgram });
  const worker = ROLE === "all" || ROLE === "worker" ? runWorker() : undefined;
  return {
    port: httpServer?.port,
    async stop() {
      await Promise.all([httpServer?.close(), worker?.stop()]);
    },
  };
}

/** The embedded PostgreSQL has room for a hundred connections, unless the processes may need more. */
function databaseSettings(processes: number): string[] {
  const { DATABASE_POOL } = env();
  // Those of the worker and the pages, one each to listen, and some for commands and locks.
  const needed = (processes + 2) * (DATABASE_POOL + 1) + spareConnections;
  return needed > defaultConnections ? [`max_connections=${needed}`] : [];
}
