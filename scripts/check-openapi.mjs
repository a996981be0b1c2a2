// Two public linters read the OpenAPI document as users get it; a warning is an error here.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { forNode } from "./bundle.mjs";
import { root } from "./root.mjs";

const folder = join(root, "node_modules/.cache/depesza");
const builder = join(folder, "build-document.mjs");
const file = join(folder, "openapi.json");
const offline = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

mkdirSync(folder, { recursive: true });
await build({ ...forNode, entryPoints: ["lib/openapi/build-document.ts"], outfile: builder });
const { buildDocument } = await import(pathToFileURL(builder).href);
writeFileSync(file, JSON.stringify(buildDocument("https://sms.example.org"), null, 2));

const isClean = [checkWithSpectral(), checkWithRedocly()].every(Boolean);
process.exit(isClean ? 0 : 1);

function checkWithSpectral() {
  const program = join(root, "node_modules/@stoplight/spectral-cli/dist/index.js");
  const ruleset = join(root, ".spectral.yaml");
  const { status, stdout, stderr } = run([
    program,
    "lint",
    file,
    "--ruleset",
    ruleset,
    "--fail-severity",
    "hint",
  ]);
  console.log(`spectral: ${status === 0 ? "clean" : `${stdout}${stderr}`}`);
  return status === 0;
}

function checkWithRedocly() {
  const program = join(root, "node_modules/@redocly/cli/bin/cli.js");
  const config = join(root, "redocly.yaml");
  const { stdout, stderr } = run([program, "lint", file, "--config", config, "--format", "json"]);
  if (!stdout.startsWith("{")) {
    console.error(`redocly did not run: ${stderr}`);
    return false;
  }
  const { totals, problems } = JSON.parse(stdout);
  const lines = problems.map(({ ruleId, message, location }) => {
    return `${ruleId}: ${message} (${location[0]?.pointer})`;
  });
  const isFree = totals.errors + totals.warnings === 0;
  console.log(`redocly: ${isFree ? "clean" : lines.join("\n")}`);
  return isFree;
}

function run(args) {
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, ...offline } };
  return spawnSync(process.execPath, args, { ...options, maxBuffer: 64 * 1024 * 1024 });
}
