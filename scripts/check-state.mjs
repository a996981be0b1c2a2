// State lives in `processWide`: the server's bundle and Next's each load their own copy of a module, so a variable of one
// would be two. The places below may have one, for the reason beside them. Ends with 1 when there is another.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { moduleLets } from "./_module-lets.mjs";
import { root } from "./root.mjs";

const allowed = {
  "core/env.ts": "each copy reads the same environment",
  "core/secrets.ts": "each copy reads the same file",
  "core/is-host.ts": "a pure result, remembered for speed",
  "server/main.ts": "the entry of the process, of which there is one",
};

/** What is wrong with the modules in a folder, a sentence for each. */
export function findState(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  if (files.length === 0) return [`There are no modules in ${folder}.`];
  return files.flatMap((file) => {
    const names = moduleLets(file, readFileSync(join(folder, file), "utf8"));
    if (file in allowed || names.length === 0) return [];
    return [`${file}: ${names.join(", ")} must be const, or live in processWide.`];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = findState(join(root, "lib"));
  for (const sentence of found) console.error(sentence);
  console.log(
    `state: ${found.length} variables of modules outside the ${Object.keys(allowed).length} named places`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}
