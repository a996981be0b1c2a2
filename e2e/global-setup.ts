import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCommands, startNextHost, startServer, type TestServer } from "./server";

/** One server, one plain Next host, and one process that makes accounts for all specs, on fresh data; what it returns stops them. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export.
export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), "depesza-e2e-"));
  const running: TestServer[] = [];
  const end = async () => {
    const [server, ...others] = running;
    // A plain Next host waits for open connections; nothing is lost by not waiting with it.
    await Promise.all(others.map((each) => each.kill()));
    await server?.stop().finally(() => rmSync(dataDir, { recursive: true, force: true }));
  };
  try {
    // The specs' own receivers listen on loopback.
    const settings = { WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8" };
    const server = await startServer({ dataDir, settings });
    running.push(server);
    const nextHost = await startNextHost(dataDir);
    running.push(nextHost);
    const commands = await startCommands(dataDir);
    running.push(commands);
    process.env["E2E_URL"] = server.url;
    process.env["E2E_NEXT_URL"] = nextHost.url;
    process.env["E2E_COMMANDS_URL"] = commands.url;
    process.env["E2E_DATA_DIR"] = dataDir;
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
