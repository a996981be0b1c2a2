// What a contract says of a field is a sentence of a table, in English and Polish: `worded(tokenSentences.noName)`. The compiler
// rejects an AppError, a `limitedText`, and a `limitedList` with a bare English sentence; zod itself takes any text, so here its
// checks are read. Ends with 1 when one carries a sentence without a key.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bareSentences } from "./_bare-sentences.mjs";
import { sourcesIn } from "./_sources.mjs";
import { root } from "./root.mjs";

/** Read by whoever runs the server, in a terminal or beside a file of settings, which is English. */
const terminals =
  /^lib\/(?:cli\/|carriers\/|core\/env(?:-example)?\.ts$|core\/_\w+-settings\.ts$|pricing\/price-list-contract\.ts$)/;

/** The bare sentences in the folders of a project, a line for each. */
export function findBareSentences(project, folders) {
  return folders
    .flatMap((folder) =>
      [...sourcesIn(join(project, folder))].map(([path, text]) => [`${folder}/${path}`, text]),
    )
    .filter(([file]) => !terminals.test(file))
    .flatMap(([file, content]) =>
      bareSentences(file, content).map(({ line, text }) => `${file}:${line}: ${text}`),
    );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = findBareSentences(root, ["lib", "app"]);
  for (const sentence of found) console.error(sentence);
  console.log(`sentences: ${found.length} checks of zod with words outside of the tables`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
