import { serveHttp } from "../server/serve-http";
import { runWorker } from "../worker/run-worker";

/** The API and the worker in this process, on a free port. */
export async function startApi(): Promise<{ url: string; stop(): Promise<void> }> {
  const door = await serveHttp({ port: 0, host: "127.0.0.1", role: "api" });
  const worker = runWorker();
  return {
    url: `http://127.0.0.1:${door.port}`,
    async stop() {
      await Promise.all([door.close(), worker.stop()]);
    },
  };
}
