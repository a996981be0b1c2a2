// `node scripts/check-statements.mjs FOLDER`: judges the statements that a run of the tests has written there, by where the
// tables are once accounts are sharded (`drizzle/places.json`). Ends with 1 when one would fail or reach every shard.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "libpg-query";
import { judgeStatement } from "./_judge-statement.mjs";
import { root } from "./root.mjs";

const maxShownChars = 300;

const meanings = {
  account: "does not name the account of",
  locks: "locks rows without naming the account of",
  recursion: "is a recursion over",
  "clock in a choice": "has the time or an interval in CASE or COALESCE and writes",
  "clock with a column": "computes with the time and a column and writes",
  "clock on conflict": "has the time in ON CONFLICT and writes",
  "clock returned": "returns the time and writes",
  "local join": "joins sharded tables with the local",
  "far join": "joins tables sharded by account with the one by carrier ID",
  "two places": "writes in two places, one of them",
  unreadable: "cannot be read",
};

/** The statements in a folder, each text and sender once. */
function readStatements(folder) {
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean),
  );
  const statements = lines.map((line) => JSON.parse(line));
  return [...new Map(statements.map((each) => [`${each.files[0]} ${each.text}`, each])).values()];
}

/** What breaks the rules, and which exceptions no statement needed, a sentence each. */
export async function findFaults({ statements, places, exceptions, known }) {
  const found = (await Promise.all(statements.map((each) => judge(each, places)))).flat();
  const isExcepted = ({ files, fault }) =>
    exceptions.some((each) => files.some((file) => covers(each, file, fault)));
  const isKnown = ({ files: [file], fault, table }) =>
    known[file]?.includes(`${fault}: ${table}`) ?? false;
  const sentences = found.filter((each) => !isExcepted(each) && !isKnown(each)).map(toSentence);
  const faults = [...new Map(sentences.map((each) => [each.split("\n")[0], each])).values()];
  return { faults, unneeded: unneededOnes({ found, exceptions, known }) };
}

async function judge({ text, files }, places) {
  const tree = await parse(text).catch(() => undefined);
  const faults = tree ? judgeStatement(tree, places) : [{ fault: "unreadable", table: "" }];
  return faults.map((each) => ({ ...each, files, text }));
}

function covers({ files, faults }, file, fault) {
  return faults.includes(fault) && files.includes(file);
}

function unneededOnes({ found, exceptions, known }) {
  const isFound = (file, wanted) => found.some((each) => each.files.includes(file) && wanted(each));
  const files = exceptions.flatMap((each) =>
    each.files
      .filter((file) => !isFound(file, ({ fault }) => each.faults.includes(fault)))
      .map((file) => `${file} did not need its exception.`),
  );
  const faults = Object.entries(known).flatMap(([file, names]) =>
    names
      .filter((name) => !isFound(file, ({ fault, table }) => `${fault}: ${table}` === name))
      .map((name) => `${file} did not have its known fault "${name}".`),
  );
  return [...files, ...faults];
}

function toSentence({ files, fault, table, text }) {
  const sql = text.replace(/\s+/g, " ").trim().slice(0, maxShownChars);
  return `${files[0]} ${[meanings[fault], table].join(" ").trim()} (${fault}: ${table}).\n    ${sql}`;
}

/** Where the tables are, as the rules need it. */
function readPlaces() {
  const file = join(root, "drizzle/places.json");
  const { distributed, reference, local } = JSON.parse(readFileSync(file, "utf8"));
  return { keys: distributed, references: reference, locals: local };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, scope] = process.argv.slice(2);
  const { exceptions, known } = createRequire(import.meta.url)("./statements.cjs");
  const statements = readStatements(folder);
  const places = readPlaces();
  const { faults, unneeded } = await findFaults({ statements, places, exceptions, known });
  const isWhole = scope === "whole";
  // No fault: some statements are sent only when two things happen at once.
  if (isWhole) for (const sentence of unneeded) console.log(sentence);
  for (const sentence of faults) console.error(sentence);
  console.log(`statements: ${statements.length} judged, ${faults.length} faults`);
  process.exitCode = faults.length > 0 || (isWhole && statements.length === 0) ? 1 : 0;
}
