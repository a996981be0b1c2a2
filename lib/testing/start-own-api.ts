import { startApi } from "./start-api";
import { useOwnDatabase } from "./use-own-database";

/**
 * The API and the worker in this process, on a database of their own: for tests that wait for what a worker does. On the
 * shared one, a worker that ends with its test file may hold a message until its lease runs out.
 */
export async function startOwnApi(): Promise<Awaited<ReturnType<typeof startApi>>> {
  const drop = await useOwnDatabase();
  const { url, stop } = await startApi();
  return {
    url,
    async stop() {
      await stop();
      await drop();
    },
  };
}
