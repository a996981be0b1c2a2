// `npm run figures`: measures what the README and the landing page say in figures, writes public/figures.json, and puts the
// table into the README. Takes some minutes on a quiet machine. Each figure carries the command that shows it again.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { forNode } from "./bundle.mjs";
import { startInstallation } from "./installation.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";
import { root } from "./root.mjs";

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });

const shared = {
  cores: availableParallelism(),
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
};
const figures = [
  ...(await measureSend()),
  ...fromText(await run("bench", ["listener", "--seconds", "3"]), benchLines),
  ...fromText(await run("perf", ["/"]), perfLines),
];
writeFileSync(join(root, "public/figures.json"), `${JSON.stringify(figures, null, 2)}\n`);
await fillReadme();
console.log(`${figures.length} figures in public/figures.json and README.md`);

/** The start of a built installation with a new database, and one message from its request to its delivery. */
async function measureSend() {
  const startedMs = performance.now();
  const installation = await startInstallation();
  const startS = (performance.now() - startedMs) / 1000;
  try {
    const deliveredS = (await deliverOne(installation)) / 1000;
    return [
      figure("start", rounded(startS), { unit: "s", command: "npm start" }),
      figure("delivered", rounded(deliveredS), { unit: "s", command: "npm run figures" }),
    ];
  } finally {
    await installation.stop();
  }
}

async function deliverOne({ url, cli }) {
  const email = "figures@example.com";
  await cli("account", "create", "--email", email, "--password", "correct horse battery");
  const { token } = await cli("token", "create", "--email", email, "--name", "figures");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ from: "YourBrand", to: "48732129000", body: "Code: 482910" });
  const startedMs = performance.now();
  const sent = await fetch(new URL("/api/sms", url), { method: "POST", headers, body });
  const { message_id: id } = await sent.json();
  const untilMs = startedMs + 30_000;
  while (performance.now() < untilMs) {
    const { status } = await (await fetch(new URL(`/api/sms/${id}`, url), { headers })).json();
    if (status === "delivered") return performance.now() - startedMs;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The message was not delivered within 30 s.");
}

function benchLines() {
  const bench = { command: "npm run bench" };
  return [
    ["accepted-one", /^\| HTTP server, one account \| ([\d.]+)/m, { ...bench, unit: "/s" }],
    ["accepted-many", /^\| HTTP server, 64 accounts \| ([\d.]+)/m, { ...bench, unit: "/s" }],
    ["bare-ratio", /^\| HTTP server, one account \| [\d.]+ \| ([\d.]+)/m, { ...bench, unit: "×" }],
  ];
}

function perfLines() {
  const perf = { command: "npm run perf" };
  return [
    ["event-to-row", /accepted → row on screen[^|]*\| ([\d.]+)/, { ...perf, unit: "ms" }],
    ["script", /^\| \/ \| ([\d.]+)/m, { ...perf, unit: "kB" }],
    ["style", /^\| \/ \| [^|]+\| ([\d.]+)/m, { ...perf, unit: "kB" }],
  ];
}

function fromText(text, lines) {
  return lines().map(([id, pattern, more]) => {
    const value = Number(pattern.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(value)) throw new Error(`No ${id} in:\n${text}`);
    return figure(id, value, more);
  });
}

function figure(id, value, more) {
  return { id, value, ...more, ...shared };
}

function rounded(seconds) {
  return Math.round(seconds * 10) / 10;
}

/** The output of one of our scripts. An exit code of 1 means a broken budget; its figures are printed all the same. */
async function run(script, args) {
  const child = spawn(process.execPath, [join(root, `scripts/${script}.mjs`), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const piece of child.stdout) {
    text += piece;
    process.stdout.write(piece);
  }
  return text;
}

async function fillReadme() {
  const { build } = await import("esbuild");
  const entryPoints = [join(root, "app/(marketing)/readme-parts.ts")];
  const outfile = join(root, "dist/readme-parts.mjs");
  await build({ ...forNode, entryPoints, outfile });
  const parts = await import(outfile);
  const path = join(root, "README.md");
  writeFileSync(path, parts.fillReadme(readFileSync(path, "utf8"), figures));
}
