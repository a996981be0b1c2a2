import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server";

/** One server for all specs, on fresh data; what it returns stops it after the last one. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export.
export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), "depesza-e2e-"));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  const server = await startServer({ dataDir }).catch((error: unknown) => {
    removeData();
    throw error;
  });
  process.env["E2E_URL"] = server.url;
  process.env["E2E_DATA_DIR"] = dataDir;
  return async () => {
    await server.stop().finally(removeData);
  };
}
