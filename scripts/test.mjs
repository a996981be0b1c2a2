// `npm test` runs everything; `npm test -- unit` and `npm test -- e2e` run one half, and further words go to its runner.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { complainAboutNode } from "./node-version.mjs";
import { ensureBuilt, ensureInstalled } from "./prepare.mjs";
import { root } from "./root.mjs";

const [half, ...words] = process.argv.slice(2);
if (half !== undefined && half !== "unit" && half !== "e2e")
  giveUp('Say "npm test", "npm test -- unit" or "npm test -- e2e".');
const errorMessage = complainAboutNode(process.versions.node);
if (errorMessage) giveUp(errorMessage);

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
const statements = join(reports, "statements");
mkdirSync(statements);
const sums = [];
if (half !== "e2e") sums.push(runVitest(), judgeStatements());
if (half !== "unit") sums.push(runPlaywright());
rmSync(reports, { recursive: true, force: true });

const total = (key) => sums.reduce((sum, each) => sum + each[key], 0);
const skipped = total("skipped");
for (const failure of sums.flatMap((each) => each.failures)) console.log(describe(failure));
console.log(
  `${total("passed")} passed, ${total("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`,
);
process.exit(total("failed") > 0 ? 1 : 0);

/** What fails beside other tests on a busy CI machine is run once more by itself; both outcomes are printed. */
function runVitest() {
  const first = runVitestOn(words);
  const files = [...new Set(first.failures.map((each) => each.file))];
  if (!process.env.CI || files.length === 0 || files.length > 5) return first;
  const second = runVitestOn(files);
  return {
    passed: first.passed + first.failed - second.failed,
    failed: second.failed,
    skipped: first.skipped,
    failures: [
      ...first.failures.map((each) => ({ ...each, label: "FAILED AT FIRST" })),
      ...second.failures,
    ],
  };
}

function runVitestOn(filters) {
  const file = join(reports, "vitest.json");
  rmSync(file, { force: true });
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...filters,
  ];
  const settings = { NODE_ENV: "test", STATEMENTS_FOLDER: statements };
  const status = run("node_modules/vitest/vitest.mjs", args, settings);
  return sumOf(file, status, (report) => ({
    passed: report.numPassedTests,
    // A file that breaks before its first test counts as one failure.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (each) => each.status === "failed" && each.assertionResults.length === 0,
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(vitestFailures),
  }));
}

/** Whether what the tests sent to the database keeps the rules for shards; counts as one test. */
function judgeStatements() {
  const scope = words.length === 0 ? ["whole"] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/check-statements.mjs"), statements, ...scope],
    { cwd: root, encoding: "utf8" },
  );
  process.stdout.write(stderr + stdout);
  const failed = status === 0 ? 0 : 1;
  const failures = failed ? [{ title: "statements fit for shards", reason: stderr + stdout }] : [];
  return { passed: 1 - failed, failed, skipped: 0, failures };
}

function vitestFailures({ name, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((each) => each.status === "failed");
  return [
    ...(message ? [{ file, title: file, reason: message }] : []),
    ...failed.map((each) => ({
      file,
      title: `${file} › ${each.fullName}`,
      reason: each.failureMessages.join("\n"),
    })),
  ];
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
  return sumOf(file, status, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [
      ...errors.map((each) => ({ title: "e2e", reason: each.message })),
      ...suites.flatMap(specsOf).flatMap(playwrightFailures),
    ],
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
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failures: [] };
  const sum = read(JSON.parse(readFileSync(file, "utf8")));
  return status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function playwrightFailures({ file, line, title, tests }) {
  return tests
    .filter((each) => each.status === "unexpected" || each.status === "flaky")
    .map((each) => ({
      label: each.status === "flaky" ? "FAILED AT FIRST" : "FAILED",
      title: `e2e/${file}:${line} › ${title}`,
      reason: each.results
        .flatMap((result) => result.errors)
        .map((error) => error.message)
        .join("\n"),
    }));
}

/** A failure in few enough lines to be read where only the end of the output is kept. */
function describe({ label = "FAILED", title, reason }) {
  const lines = stripVTControlCharacters(reason ?? "").split("\n");
  return `${label} ${title}\n  ${lines.slice(0, 8).join("\n  ").slice(0, 800)}`;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
