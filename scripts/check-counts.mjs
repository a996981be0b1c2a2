// Each statement that adds, removes, or moves messages counts what it changes, by a clause of lib/traffic (docs/decisions/
// statements-keep-counts.md). Ends with 1 when a function of lib writes a counted column of messages more often than it
// takes such a clause. Files that seem to, and do not, are in `uncounted` of modules.cjs, each with its reason.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { sourcesIn } from "./_sources.mjs";
import { tableWrites } from "./_table-writes.mjs";
import { tablesOf } from "./check-owners.mjs";
import { root } from "./root.mjs";

/** What decides where a message is counted, and as how much. */
const counted = new Set([
  ...["account_id", "test", "created_at", "scheduled_at", "ended_at"],
  ...["status", "segments", "credits", "refund_id"],
]);
const clauses = new Set(["countAddedClause", "countMovedClause"]);

/** What breaks the rule, a sentence each. `files`: path below lib to source; `tables` as by `tablesOf`. */
export function findBreaches({ files, tables, uncounted }) {
  const found = [...files].flatMap(([path, source]) => functionsWithout(path, source, tables));
  const excepted = new Set(uncounted.map(({ path }) => path));
  const needed = new Set(found.map(({ path }) => path));
  return [
    ...found.filter(({ path }) => !excepted.has(path)).map(toSentence),
    ...[...excepted]
      .filter((path) => !needed.has(path))
      .map((path) => `lib/${path} no longer needs its exception.`),
  ];
}

/** The top-level declarations of a file with fewer clauses than statements that change counts. */
function functionsWithout(path, source, tables) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const imports = file.statements.filter(ts.isImportDeclaration).map((each) => each.getText());
  return file.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .filter((statement) => {
      const text = [...imports, statement.getText()].join("\n");
      const writes = tableWrites(path, text, tables).filter(changesCounts);
      return writes.length > clausesIn(statement);
    })
    .map((statement) => ({ path, name: nameOf(statement) }));
}

/** A write that can't be read may change them. */
function changesCounts({ table, columns }) {
  return table === "messages" && (!columns || columns.some((column) => counted.has(column)));
}

function clausesIn(node) {
  const isClause =
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    clauses.has(node.expression.text);
  let sum = isClause ? 1 : 0;
  ts.forEachChild(node, (child) => {
    sum += clausesIn(child);
  });
  return sum;
}

function nameOf(statement) {
  return statement.name?.text ?? statement.declarationList?.declarations[0]?.name.getText();
}

function toSentence({ path, name }) {
  return `lib/${path}: ${name} changes messages without counting them.`;
}

/** The project as it is; without tests, and without what sets their stage. */
export function readProject() {
  const { uncounted } = createRequire(import.meta.url)("./modules.cjs");
  const lib = [...sourcesIn(join(root, "lib"))].filter(([path]) => !path.startsWith("testing/"));
  const tables = tablesOf([...sourcesIn(join(root, "drizzle/schema")).values()]);
  return { files: new Map(lib), tables, uncounted };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const project = readProject();
  const { files } = project;
  const found = findBreaches(project);
  for (const sentence of found) console.error(sentence);
  console.log(`counts: ${files.size} files, ${found.length} breaches`);
  process.exitCode = found.length > 0 || files.size === 0 ? 1 : 0;
}
