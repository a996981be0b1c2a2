// npm run bench: figures as ratios to baselines of the same run, on the embedded database with durable commits.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureCampaign } from "../bench/campaign.mjs";
import { measureDeadNeighbour } from "../bench/dead-neighbour.mjs";
import { measureFailingCarrier, startCarrier } from "../bench/failing-carrier.mjs";
import { measureSmpp } from "../bench/measure-smpp.mjs";
import { measureNoisyNeighbour } from "../bench/noisy-neighbour.mjs";
import { forNode } from "./bundle.mjs";
import { freePort } from "./free-port.mjs";
import { embeddedUrl } from "./installation.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";
import { root } from "./root.mjs";

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });

const seconds = Number(process.argv[2] ?? 6);
const connections = 64;
const dataDir = mkdtempSync(join(tmpdir(), "depesza-bench-"));
const base = { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, LOG_LEVEL: "error" };
const settings = {
  ...base,
  RATE_LIMIT_BURST: "0",
  RATE_LIMIT_SUSTAINED: "0",
  RATE_LIMIT_MESSAGES: "0",
  WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
};
/** As an installation has them. */
const defaultLimits = {
  RATE_LIMIT_BURST: "",
  RATE_LIMIT_SUSTAINED: "",
  RATE_LIMIT_MESSAGES: "",
};
const children = [];

try {
  await bench();
} finally {
  await Promise.all(children.map(stop));
  rmSync(dataDir, { recursive: true, force: true });
}

async function bench() {
  const { build } = await import("esbuild");
  await build({
    ...forNode,
    entryPoints: ["bare-listener", "open-session", "segments", "smpp"].map(
      (name) => `bench/${name}.ts`,
    ),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
  });
  console.log((await output(process.execPath, ["dist/segments.mjs"], process.env)).trim());
  const smpp = await measureSmpp({ root, env: settings });
  console.log(
    `messages over SMPP with receipts, window 50: ${smpp.ours}/s, the bare package ${smpp.bare}/s: ${(smpp.ours / smpp.bare).toFixed(2)}`,
  );
  const front = await startServer({ ROLE: "web" });
  const database = embeddedUrl(dataDir);
  const accounts = await mintAccounts(connections);
  const [first] = accounts;
  const bare = await startBare({ DATABASE_URL: database }, first.accountId);

  const rows = [];
  const measure = async (name, url, tokens = []) => {
    const result = await load(url, tokens);
    rows.push({ name, ...result });
    console.log(
      `${name}: ${result.perSecond}/s, p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms ${JSON.stringify(result.statuses)}`,
    );
  };
  await load(`${bare.url}/api/sms`);
  await load(`${front.url}/api/sms`, [first.token]);
  await measure("bare listener, constant response", `${bare.url}/constant`);
  await measure("bare listener, same batch, one account", `${bare.url}/api/sms`);
  await measure("HTTP server, one account", `${front.url}/api/sms`, [first.token]);
  await measure(
    "HTTP server, 64 accounts",
    `${front.url}/api/sms`,
    accounts.map(({ token }) => token),
  );
  const ratio = rows[2].perSecond / rows[1].perSecond;
  console.log(`HTTP server / bare listener with the same batch: ${ratio.toFixed(2)}`);
  console.log(`HTTP server RSS after this: ${rssMb(front.child.pid)} MB`);
  await stop(front.child);

  const whole = await startServer({ ROLE: "all" });
  console.log(`ROLE=all RSS after start: ${rssMb(whole.child.pid)} MB`);
  await benchWebhooks(whole.url, accounts.at(-2).token);
  const { perSecond } = await load(`${whole.url}/api/sms`, [accounts.at(-1).token]);
  console.log(`ROLE=all, with a busy worker: ${perSecond}/s, RSS ${rssMb(whole.child.pid)} MB`);
  await benchCampaign(whole, accounts);
  await stop(whole.child);

  const limited = await startServer({ ROLE: "all", ...defaultLimits });
  await benchNoise(limited.url, accounts.at(-3).token, first);
  await stop(limited.child);

  await benchCarrier(accounts.slice(0, 4).map(({ token }) => token));
}

async function benchCampaign({ url, child }, accounts) {
  const [token, otherToken] = [accounts.at(-4).token, accounts.at(-5).token];
  const rows = 100_000;
  const { seconds, ...found } = await measureCampaign({
    url,
    token,
    otherToken,
    rows,
    pid: child.pid,
  });
  console.log(
    `a campaign of ${rows} rows: upload ${seconds.upload} s, check ${seconds.check} s, start ${seconds.start} s, ${found.perSecond} messages/s to the last receipt, peak RSS ${found.peakRssMb} MB; single sends meanwhile are sent within ${found.singlesUntilSentP95Ms} ms (p95)`,
  );
}

async function benchCarrier(tokens) {
  const carrier = await startCarrier();
  const { url } = await startServer({ ROLE: "all", SMS_API_URL: carrier.url, SMS_API_TOKEN: "x" });
  const measured = await measureFailingCarrier({ url, tokens, carrier, seconds });
  carrier.close();
  const [well, failing] = [measured.well, measured.failing].map((phases) => ({
    perSecond: median(phases.map((each) => each.perSecond)),
    lastAfterMs: median(phases.map((each) => each.lastAfterMs)),
  }));
  console.log(
    `messages to an HTTP carrier: ${well.perSecond}/s, the last after ${well.lastAfterMs} ms; while one request in ten fails ${failing.perSecond}/s, the last after ${failing.lastAfterMs} ms: ${(failing.perSecond / well.perSecond).toFixed(2)}`,
  );
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return (
    (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
  );
}

/** `noisy` has sent much before, so its exports are long. */
async function benchNoise(url, token, noisy) {
  const words = ["token", "create", "--email", noisy.email, "--name", "noise", "--test"];
  const testToken = (await cli(...words)).token;
  const session = ["dist/open-session.mjs", noisy.email, noisy.password];
  const env = { ...settings, DATABASE_URL: embeddedUrl(dataDir) };
  const cookie = await output(process.execPath, ["--conditions", "react-server", ...session], env);
  const asked = { url, token, noisy: { ...noisy, testToken, cookie }, seconds };
  for (const { kind, aloneMs, besideMs, statuses } of await measureNoisyNeighbour(asked)) {
    const [before, after] = aloneMs;
    const ratio = ((besideMs * 2) / (before + after)).toFixed(2);
    console.log(
      `sends of another account, p95: alone ${before} and ${after} ms, with ${kind} ${besideMs} ms (${ratio}); the noise got ${statuses}`,
    );
  }
}

async function benchWebhooks(url, token) {
  const email = `bench-${connections - 2}@example.com`;
  const addEndpoint = async (receiver) => {
    const { id } = await cli("webhook", "create", "--email", email, "--url", receiver);
    return () => cli("webhook", "disable", "--email", email, "--id", id);
  };
  const { aloneMs, besideMs } = await measureDeadNeighbour({ url, token, addEndpoint, seconds });
  const [before, after] = aloneMs;
  console.log(
    `webhooks, p95 from event to arrival: alone ${before} and ${after} ms, next to a dead endpoint ${besideMs} ms (${((besideMs * 2) / (before + after)).toFixed(2)})`,
  );
}

async function startServer(role) {
  const port = await freePort();
  const env = {
    ...settings,
    ...role,
    PORT: String(port),
    HOST: "127.0.0.1",
    NEXT_MANUAL_SIG_HANDLE: "1",
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await lineOf(child, /ready at/);
  console.log(`ROLE=${role.ROLE} serves after ${Math.round(performance.now() - startedAt)} ms`);
  return { child, url: `http://127.0.0.1:${port}` };
}

async function startBare(extra, accountId) {
  const port = await freePort();
  const child = spawn(process.execPath, ["dist/bare-listener.mjs", String(port), accountId], {
    cwd: root,
    env: { ...settings, ...extra },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await lineOf(child, /listening/);
  return { child, url: `http://127.0.0.1:${port}` };
}

function lineOf(child, pattern) {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready`)));
    child.stdout.on("data", (chunk) => pattern.test(String(chunk)) && resolve());
  });
}

async function mintAccounts(count) {
  const minted = [];
  for (let place = 0; place < count; place += 1) {
    const email = `bench-${place}@example.com`;
    const password = "bench bench bench";
    const account = await cli(
      "account",
      "create",
      "--email",
      email,
      "--password",
      password,
      "--credits",
      "100000000",
    );
    const token = await cli("token", "create", "--email", email, "--name", "bench");
    minted.push({ email, password, accountId: account.account_id, token: token.token });
  }
  return minted;
}

async function cli(...words) {
  return JSON.parse(
    await output(process.execPath, ["scripts/cli.mjs", ...words, "--json"], settings),
  );
}

async function load(url, tokens = []) {
  const words = ["bench/load.mjs", url, String(connections), String(seconds), ...tokens];
  return JSON.parse(await output(process.execPath, words, process.env));
}

function output(command, words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.once("exit", (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${words[0]} ended with ${code}`)),
    );
  });
}

function rssMb(pid) {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

function stop(child) {
  if (child.exitCode !== null) return undefined;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}
