// What a scenario runs in: an empty data folder, processes of the product, accounts, and its database, all on loopback.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../scripts/free-port.mjs";
import { embeddedUrl } from "../scripts/installation.mjs";
import { root } from "../scripts/root.mjs";

const startTimeoutMs = 120_000;
const stopTimeoutMs = 20_000;
const signals = ["SIGINT", "SIGTERM"];

/** No limits of an account: a benchmark is one customer who sends all there is. */
const unlimited = {
  RATE_LIMIT_BURST: "0",
  RATE_LIMIT_SUSTAINED: "0",
  RATE_LIMIT_MESSAGES: "0",
  RATE_LIMIT_TEST_MESSAGES: "0",
  SIGN_UPS_PER_HOUR: "0",
};

/**
 * Opens a lab for one scenario. `plan` has `seconds` a phase, `rounds` of an alternation, `isQuick`, `isBig`.
 * `env` is what processes start from. The first process of the product that starts has the embedded database in it.
 * `close` ends every process and removes the folder.
 */
export function openLab({ plan, env, say }) {
  const folder = mkdtempSync(join(tmpdir(), "depesza-bench-"));
  const settings = {
    ...env,
    NODE_ENV: "production",
    DATA_DIR: join(folder, "data"),
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    // The same on every machine; a scenario of several says so.
    PROCESSES: "1",
    ...unlimited,
  };
  const dataDir = settings.DATA_DIR;
  const processes = new Set();
  const pools = [];
  const lab = {
    plan,
    say,
    folder,
    dataDir,
    settings,
    ...programs({ settings, processes }),
    databaseUrl: () => embeddedUrl(dataDir),
    postmasterPid: () =>
      Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]),
    /** Rows of one statement. */
    async sql(text, values = []) {
      if (pools.length === 0) pools.push(openPool(embeddedUrl(dataDir)));
      return (await pools[0].query(text, values)).rows;
    },
    /** Whatever has a `stop` is stopped when the lab closes, unless it was before. */
    keep: (stoppable) => processes.add(stoppable),
    forget: (stoppable) => processes.delete(stoppable),
    /** Closes what `sql` opened: the database is about to stop. */
    async letGo() {
      await Promise.all(pools.splice(0).map((pool) => pool.end()));
    },
    async close() {
      for (const signal of signals) process.off(signal, interrupt);
      await lab.letGo();
      // The newest first: the oldest has the database.
      for (const each of [...processes].reverse()) await each.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const interrupt = () => {
    void lab.close().finally(() => process.exit(130));
  };
  for (const signal of signals) process.once(signal, interrupt);
  return lab;
}

function programs({ settings, processes }) {
  const run = (words, more = {}) =>
    startProcess({ words, env: { ...settings, ...more }, processes });
  return {
    /** A process of the product in a role, ready to serve; `more` are settings of its own. Its `url` is its address. */
    async serve(role, more = {}) {
      const port = await freePort();
      const startedMs = performance.now();
      const started = run(["scripts/start.mjs"], {
        ROLE: role,
        PORT: String(port),
        NEXT_MANUAL_SIG_HANDLE: "1",
        ...more,
      });
      await started.says(/is ready/);
      const readyMs = Math.round(performance.now() - startedMs);
      return Object.assign(started, { url: `http://127.0.0.1:${port}`, port, readyMs });
    },
    run,
    async cli(...words) {
      return JSON.parse(await run(["scripts/cli.mjs", ...words, "--json"]).output());
    },
    /** New accounts with a token each, and `sessions` cookies of signed-in people each. */
    async accounts(count, { sessions = 0 } = {}) {
      const words = ["dist/open-accounts.mjs", String(count), String(sessions)];
      const env = { DATABASE_URL: embeddedUrl(settings.DATA_DIR) };
      return JSON.parse(await run(["--conditions", "react-server", ...words], env).output());
    },
  };
}

/** A program of Node: what it says, and its end. */
function startProcess({ words, env, processes }) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const failed = (what) => new Error(`${words.at(-1)?.slice(0, 80)} ${what}`);
  const started = {
    child,
    pid: child.pid,
    async says(pattern) {
      const untilMs = performance.now() + startTimeoutMs;
      while (!pattern.test(text)) {
        if (child.exitCode !== null) throw failed(`ended with ${child.exitCode}`);
        if (performance.now() > untilMs) throw failed("is not ready");
        await pause(10);
      }
    },
    /** All it said, when it has ended with one of `codes`. */
    async output({ codes = [0] } = {}) {
      const code = await ended;
      processes.delete(started);
      if (!codes.includes(code)) throw failed(`ended with ${code}`);
      return text;
    },
    async stop() {
      processes.delete(started);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
      await ended;
      clearTimeout(timer);
    },
  };
  processes.add(started);
  return started;
}

function openPool(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  // The database may stop before the pool does.
  pool.on("error", () => undefined);
  return pool;
}

/** Resolves after so many milliseconds. */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
