// `node scripts/check-words.mjs [--comments] [folder or file ...]`: words and phrases the product does not use, in its texts.
// words.tsv has a pattern a row, what to write instead, and where it holds: prose is every sentence a person may read, ui the
// labels of the screens, pl their Polish, code the names in it; `--comments` reads comments as prose, too. word-exceptions.tsv names the places where a pattern may
// stand, and why. Ends with 1 when something is found.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textsIn } from "./_texts-in.mjs";
import { root } from "./root.mjs";

const flags = { pl: "iu", code: "" };
const rules = readTable("words.tsv").map(({ pattern, ...rest }) => ({
  ...rest,
  pattern,
  regex: new RegExp(pattern, flags[rest.scope] ?? "i"),
}));
const exceptions = readTable("word-exceptions.tsv").map((each) => ({ ...each, uses: 0 }));
const isWithComments = process.argv.includes("--comments");
const chosen = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const isChosen = (path) => chosen.length === 0 || chosen.some((each) => path.startsWith(each));

let hits = 0;
let texts = 0;
for (const path of trackedFiles().filter(isChosen)) {
  for (const found of textsIn(path, readFileSync(join(root, path), "utf8"), isWithComments)) {
    texts += 1;
    for (const rule of rules) report(path, found, rule);
  }
}
const unused = chosen.length === 0 ? exceptions.filter(({ uses }) => uses === 0) : [];
for (const { pattern, file } of unused)
  console.log(`${file}: the exception for ${pattern} is unused`);
console.log(`words: ${texts} texts, ${rules.length} patterns, ${hits} hits`);
if (texts === 0 || hits > 0 || unused.length > 0) process.exitCode = 1;

function report(path, { text, line, scopes }, { pattern, regex, replacement, scope }) {
  if (!scopes.includes(scope) || !regex.test(text)) return;
  const allowed = exceptions.find(
    (each) => each.pattern === pattern && path.startsWith(each.file) && text.includes(each.text),
  );
  if (allowed) {
    allowed.uses += 1;
    return;
  }
  hits += 1;
  console.log(
    `${path}:${line}: “${regex.exec(text)?.[0].trim()}”, write ${replacement}: ${text.slice(0, 120)}`,
  );
}

/** What is in the repository, or about to be. */
function trackedFiles() {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => path !== "");
}

function readTable(name) {
  const lines = readFileSync(join(root, "scripts", name), "utf8")
    .trimEnd()
    .split("\n");
  const [header = "", ...rows] = lines;
  const columns = header.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}
