// Each table is written by the module that owns it (`owners` in modules.cjs), by Drizzle or in SQL; the others ask its
// owner. Ends with 1 when a module writes another's table, and when the data and the schema differ.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sourcesIn } from "./_sources.mjs";
import { tableWrites, unknown } from "./_table-writes.mjs";
import { root } from "./root.mjs";

/** The tables that the sources of a schema define: the name in code to the name in SQL. */
export function tablesOf(sources) {
  const definition = /export\s+const\s+(\w+)\s*=\s*pgTable\(\s*"(\w+)"/g;
  const tables = sources.flatMap((text) => [...text.matchAll(definition)]);
  return new Map(tables.map(([, name, sqlName]) => [name, sqlName]));
}

/** What breaks the rule, a sentence each. `files`: path below lib to source; `tables` as by `tablesOf`. */
export function findBreaches({ files, tables, modules, owners, exceptions }) {
  const foreign = [...files].flatMap(([path, source]) => {
    const module = path.split("/")[0];
    const writes = tableWrites(path, source, tables).map((write) => ({ ...write, path, module }));
    return writes.filter(({ table }) => owners[table] !== module);
  });
  const isExcepted = (write) => exceptions.some((exception) => covers(exception, write));
  const sentences = foreign
    .filter((write) => !isExcepted(write))
    .map((write) => toSentence(write, owners));
  return [
    ...new Set(sentences),
    ...dataProblems({ tables, modules, owners }),
    ...exceptions.flatMap((exception) => unneeded(exception, foreign)),
  ];
}

/** An exception for some columns is for updates that set no other. */
function covers({ table, module, columns }, write) {
  if (table !== write.table || module !== write.module) return false;
  return !columns || (write.columns ?? [unknown]).every((column) => columns.includes(column));
}

function unneeded(exception, foreign) {
  const { table, module, columns = [] } = exception;
  const covered = foreign.filter((write) => covers(exception, write));
  if (covered.length === 0) return [`lib/${module} no longer needs its exception for ${table}.`];
  const written = covered.flatMap((write) => write.columns ?? []);
  return columns
    .filter((column) => !written.includes(column))
    .map((column) => `lib/${module} no longer needs its exception for ${table}.${column}.`);
}

function dataProblems({ tables, modules, owners }) {
  const known = [...tables.values()];
  const unowned = known.filter((table) => !modules[owners[table]]);
  const undefinedOnes = Object.keys(owners).filter((table) => !known.includes(table));
  return [
    ...unowned.map((table) => `${table} has no module as its owner.`),
    ...undefinedOnes.map((table) => `${table} has an owner, but is no table of the schema.`),
  ];
}

function toSentence({ path, table }, owners) {
  return table === unknown
    ? `lib/${path} writes a table that this check can't tell: name it in the statement.`
    : `lib/${path} writes ${table}, which ${owners[table] ?? "no module"} owns.`;
}

/** The project as it is; without tests, and without what sets their stage. */
export function readProject() {
  const data = createRequire(import.meta.url)("./modules.cjs");
  const tables = tablesOf([...read("drizzle/schema").values()]);
  return { ...data, tables, files: read("lib") };
}

function read(folder) {
  const files = [...sourcesIn(join(root, folder))];
  return new Map(files.filter(([path]) => !path.startsWith("testing/")));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const project = readProject();
  const { tables, files } = project;
  const found = findBreaches(project);
  for (const sentence of found) console.error(sentence);
  console.log(`owners: ${tables.size} tables, ${files.size} files, ${found.length} breaches`);
  process.exitCode = found.length > 0 || tables.size === 0 || files.size === 0 ? 1 : 0;
}
