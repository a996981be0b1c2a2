// `npm run check`: every check, two at a time, the longest first. Each one's output is printed whole when it ends; what
// fails is named in the last line.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./root.mjs";

const checks = [
  "tsc --noEmit",
  "biome ci --error-on-warnings .",
  "node scripts/check-modules.mjs",
  "knip",
  "node scripts/check-openapi.mjs",
  "node scripts/check-words.mjs",
  "node scripts/check-state.mjs",
  "node scripts/check-actors.mjs",
  "node scripts/check-owners.mjs",
  "node scripts/check-counts.mjs",
  "node scripts/check-sentences.mjs",
  "node scripts/measure.mjs",
];
const atOnce = 2;

const PATH = [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
const failed = [];

async function work() {
  for (let command = checks.shift(); command; command = checks.shift()) {
    const { code, output } = await run(command);
    process.stdout.write(`> ${command}\n${output}\n`);
    if (code !== 0) failed.push(command);
  }
}

function run(command) {
  const [program, ...words] = command.split(" ");
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

await Promise.all(Array.from({ length: atOnce }, work));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join("; ")}`);
  process.exit(1);
}
