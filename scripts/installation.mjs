// An installation of its own for scripts that look at the product: an empty data folder, a free port, people made by the command line.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.mjs";
import { root } from "./root.mjs";

/** Starts the product on loopback. `cli` runs a command and resolves to its JSON, `stop` removes everything. */
export async function startInstallation(settings = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "depesza-look-"));
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    SIGN_UPS_PER_HOUR: "0",
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    ...settings,
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      text += chunk;
      const found = /ready at (http:\/\/\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    url,
    pid: child.pid,
    async cli(...words) {
      const command = ["scripts/cli.mjs", ...words, "--json"];
      const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
      return JSON.parse(stdout);
    },
    databaseUrl: () => embeddedUrl(dataDir),
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The embedded database of a running server, as its own files describe it: for what no door offers. */
export function embeddedUrl(dataDir) {
  const port = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const { database } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
  return `postgres://postgres:${database}@127.0.0.1:${port}/postgres`;
}
