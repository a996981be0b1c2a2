import { sweepUploads } from "../api/sweep-uploads";
import { env } from "../core/env";
import { checkDataFolder, minFreeBytes } from "../database/check-data-folder";
import { migrate } from "../database/migrate";
import { openDatabase } from "../database/open-database";
import { priceListInForce } from "../payments/price-list-in-force";
import { runWorker } from "../worker/run-worker";
import { checkPort } from "./check-port";
import { serveHttp } from "./serve-http";

export interface RunningServer {
  /** The port that answers; undefined for ROLE=worker. */
  port: number | undefined;
  stop(): Promise<void>;
}

/** Starts what ROLE asks for, in an order that refuses before anything is half done. */
export async function startServer(onDatabaseLost: () => void): Promise<RunningServer> {
  const { PORT, HOST, ROLE, DATA_DIR, DATABASE_URL } = env();
  const started: Array<() => Promise<void>> = [];

  async function stop() {
    for (const end of started.splice(0).reverse()) await end();
  }

  async function start(): Promise<number | undefined> {
    priceListInForce();
    if (ROLE !== "worker") await checkPort(PORT, HOST);
    await checkDataFolder(DATA_DIR, DATABASE_URL ? 0 : minFreeBytes);
    const database = await openDatabase({ purpose: "serve", onLost: onDatabaseLost });
    started.push(database.close);
    await migrate(database.url);
    if (ROLE !== "worker") void sweepUploads();
    const httpServer =
      ROLE === "worker" ? undefined : await serveHttp({ port: PORT, host: HOST, role: ROLE });
    const worker = ROLE === "all" || ROLE === "worker" ? runWorker() : undefined;
    started.push(async () => {
      await Promise.all([httpServer?.close(), worker?.stop()]);
    });
    return httpServer?.port;
  }

  const port = await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, stop };
}
