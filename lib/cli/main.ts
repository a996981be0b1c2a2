import { plainJson, plainText } from "../core/plain-text";
import { withStatementKind } from "../core/statement-kind";
import { migrate } from "../database/migrate";
import { openDatabase } from "../database/open-database";
import type { Outcome } from "./command";
import { type Request, readCommand } from "./read-command";
import { sentenceOf } from "./sentence-of";

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  },
);

async function main(words: string[]): Promise<number> {
  const request = readCommand(words);
  if (request.kind === "help") {
    process.stdout.write(`${request.text}\n`);
    return 0;
  }
  if (request.kind === "wrong") {
    process.stderr.write(`${request.errorMessage}\n`);
    return 2;
  }
  const outcome = await runOnDatabase(request);
  const text = request.wantsJson
    ? plainJson(outcome.json, 2)
    : outcome.lines.map(oneLine).join("\n");
  process.stdout.write(`${text}\n`);
  return outcome.hasViolation ? 1 : 0;
}

/** Beside a running server this uses its database; without one it opens the database for as long as it takes. */
async function runOnDatabase({
  run,
  isForAnyVersion,
}: Extract<Request, { kind: "run" }>): Promise<Outcome> {
  const database = await openDatabase({ purpose: "visit" });
  try {
    if (!isForAnyVersion) await migrate(database.url);
    return await withStatementKind("bulk", run);
  } finally {
    await database.close();
  }
}

/** What came from outside must not look like a line of ours. */
function oneLine(text: string): string {
  return plainText(text).replace(/[\r\n]+/g, " ");
}
