// npm run bench [-- scenario ...] [--quick]: figures beside baselines of the same run, on the embedded database with
// durable commits. bench/README.md describes the scenarios. Ends with 1 when a bar is missed.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { client } from "../bench/measure-load.mjs";
import { readWords } from "../bench/read-words.mjs";
import { runScenario } from "../bench/run-scenario.mjs";
import { loadScenario, order } from "../bench/scenarios.mjs";
import { forNode } from "./bundle.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";

const asked = readWords(process.argv.slice(2), order);
if (asked.say) {
  console.log(asked.say);
  process.exit(asked.isWrong ? 2 : 0);
}

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });
const { build } = await import("esbuild");
await build({
  ...forNode,
  entryPoints: ["bare-listener", "open-accounts", "segments", "smpp"].map(
    (name) => `bench/${name}.ts`,
  ),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
});

const versions = {
  commit: firstLine("git", ["rev-parse", "--short", "HEAD"]),
  node: process.versions.node,
  client: client === "wrk" ? firstLine("wrk", ["-v"]).split(" [")[0] : "bench/load.mjs",
  kannel: firstLine("dpkg-query", ["-W", "-f", `\${Version}`, "kannel"]) || null,
  postgres: firstVersion(),
  cores: availableParallelism(),
  at: new Date().toISOString(),
};
console.log(JSON.stringify({ ...asked.plan, ...versions }));
const missed = [];
for (const name of asked.names) {
  const scenario = await loadScenario(name);
  const isGood = await runScenario({
    name,
    scenario,
    plan: asked.plan,
    env: process.env,
    versions,
    say: (text) => console.log(text),
  });
  if (!isGood) missed.push(name);
}
const good = asked.names.length - missed.length;
console.log(
  `\n${good} of ${asked.names.length} scenarios hold${missed.length > 0 ? `; not: ${missed.join(", ")}` : ""}.`,
);
process.exit(missed.length > 0 ? 1 : 0);

/** Of the embedded PostgreSQL. */
function firstVersion() {
  const { optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.values(optionalDependencies)[0];
}

/** What a program says first; empty when it is not there. `wrk -v` says it and ends with 1. */
function firstLine(program, words) {
  try {
    return execFileSync(program, words, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).split("\n")[0];
  } catch (error) {
    return String(error.stdout ?? "").split("\n")[0];
  }
}
