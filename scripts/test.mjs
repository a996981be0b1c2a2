// `npm test` runs everything; `npm test -- unit` and `npm test -- e2e` run one half, and further words go to its runner.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { complainAboutNode } from "./node-version.mjs";
import { ensureBuilt, ensureInstalled } from "./prepare.mjs";
import { root } from "./root.mjs";

const [half, ...words] = process.argv.slice(2);
if (half !== undefined && half !== "unit" && half !== "e2e")
  giveUp('Say "npm test", "npm test -- unit" or "npm test -- e2e".');
const complaint = complainAboutNode(process.versions.node);
if (complaint) giveUp(complaint);

process.chdir(root);
ensureInstalled({ dev: true });
const runsBrowser = half !== "unit";
const { findBrowser } = await import("./find-browser.mjs");
const browser = runsBrowser ? await findBrowser() : undefined;
if (runsBrowser && !browser) {
  giveUp(
    'The tests need Chromium: install it (Debian: "apt-get install chromium"), set CHROME_PATH, or run "npx playwright install chromium".',
  );
}
await ensureBuilt({ pages: runsBrowser });

const reports = mkdtempSync(join(tmpdir(), "depesza-report-"));
const sums = [];
if (half !== "e2e") sums.push(runVitest());
if (half !== "unit") sums.push(runPlaywright());
rmSync(reports, { recursive: true, force: true });

const total = (key) => sums.reduce((sum, each) => sum + each[key], 0);
const skipped = total("skipped");
console.log(
  `${total("passed")} passed, ${total("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`,
);
process.exit(total("failed") > 0 ? 1 : 0);

function runVitest() {
  const file = join(reports, "vitest.json");
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...words,
  ];
  const status = run("node_modules/vitest/vitest.mjs", args, { NODE_ENV: "test" });
  return sumOf(file, status, (report) => ({
    passed: report.numPassedTests,
    // A file that breaks before its first test counts as one failure.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (each) => each.status === "failed" && each.assertionResults.length === 0,
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function runPlaywright() {
  const file = join(reports, "playwright.json");
  const status = run(
    "node_modules/@playwright/test/cli.js",
    ["test", "--reporter=list,json", ...words],
    {
      CHROME_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  );
  return sumOf(file, status, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

function run(program, args, settings) {
  const result = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...settings },
  });
  return result.status ?? 1;
}

/** What a runner reports; one that breaks down without saying what failed still counts as a failure. */
function sumOf(file, status, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const sum = read(JSON.parse(readFileSync(file, "utf8")));
  return status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
