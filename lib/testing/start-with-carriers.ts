import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApi } from "./start-api";
import { useOwnDatabase } from "./use-own-database";

interface CarriersJson {
  carriers: { name: string; kind: string; [setting: string]: unknown }[];
  /** Every message goes to the first carrier when left out. */
  routes?: object[];
}

/**
 * The API and the worker in this process, on a database of their own, with these carriers. Call it before anything reads
 * a setting; `settings` are for what the entries refer to, such as `env:AUTH_TOKEN`.
 */
export async function startWithCarriers(
  { carriers, routes = [{ to: "*", carrier: carriers[0]?.name }] }: CarriersJson,
  settings: Record<string, string> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "depesza-carriers-"));
  const file = join(folder, "carriers.json");
  await writeFile(file, JSON.stringify({ carriers, routes }));
  const dropDatabase = await useOwnDatabase({ ...settings, CARRIERS_FILE: file });
  const { url, stop } = await startApi();
  return {
    url,
    async stop() {
      await stop();
      await dropDatabase();
      await rm(folder, { recursive: true });
    },
  };
}
