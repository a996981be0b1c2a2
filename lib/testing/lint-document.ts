import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../database/project-root";

interface Report {
  totals: { errors: number; warnings: number };
  problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
}

/** The linter stays at home: no telemetry, no look for a newer version. */
const offline = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

/**
 * What a public OpenAPI linter finds in a document by the rules of `redocly.yaml`, warnings too: one line
 * each. It also holds every example against its schema, by a validator that shares no code with ours.
 */
export async function lintDocument(document: unknown): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "depesza-openapi-"));
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(document, null, 2));
  const { problems, totals } = await report(file);
  await rm(folder, { recursive: true });
  const found = problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`,
  );
  const missed = totals.errors + totals.warnings - found.length;
  return missed > 0 ? [...found, `and ${missed} more`] : found;
}

function report(file: string): Promise<Report> {
  const program = join(projectRoot(), "node_modules/@redocly/cli/bin/cli.js");
  const config = join(projectRoot(), "redocly.yaml");
  const args = [program, "lint", file, "--config", config, "--format", "json"];
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, ...offline }, maxBuffer: 64 * 1024 * 1024 };
    // It exits with 1 when it finds something: only an answer that is no report is a failure of ours.
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (stdout.startsWith("{")) resolve(JSON.parse(stdout));
      else reject(new Error(`The linter gave no report: ${stderr}`, { cause: error }));
    });
  });
}
