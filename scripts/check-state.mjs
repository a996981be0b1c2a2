// A module keeps its state in a `const` or in `once`, where it is seen and made on purpose; the places below may have a
// variable, for the reason beside them. Only the modules that Next loads twice, and whose promise needs one of them in a
// process, may use `processWide`. Ends with 1 when there is another of either.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { moduleLets } from "./_module-lets.mjs";
import { sourcesIn } from "./_sources.mjs";
import { root } from "./root.mjs";

const allowed = {
  "core/env.ts": "each copy reads the same environment",
  "core/once.ts": "keeps the value that it creates with its first call",
  "core/secrets.ts": "each copy reads the same file",
  "core/is-host.ts": "a pure result, remembered for speed",
  "server/main.ts": "the entry of the process, of which there is one",
};

const shared = {
  "core/db.ts": "a process has as many connections as DATABASE_POOL says",
  "core/decoding.ts": "the pages' own server asks what an action said",
  "core/ids.ts": "ids of a process rise",
  "core/last-outage.ts": "the pages' own server asks what the pool met",
  "core/page-refusal.ts": "the pages' own server asks what a page said",
  "core/statement-kind.ts": "the pool of either copy asks what its caller said",
  "metrics/registry.ts": "what pages and their actions count is reported by the pages' own server",
  "traces/record-span.ts": "the pages' own server sends the last spans when it ends",
  "accounts/_count-sign-in.ts": "guesses by page and by next-auth take the same places",
  "accounts/_password.ts": "two passwords are hashed at a time",
  "accounts/_wait-turn.ts": "guesses by page and by next-auth take the same turns",
  "sending/_message-bucket.ts": "a plain Next host counts pages and API together",
  "sending/_rate-limiter.ts": "a plain Next host counts pages and API together",
};

/** What is wrong with the modules in a folder, a sentence for each. */
export function findState(folder) {
  const files = sourcesIn(folder);
  if (files.size === 0) return [`There are no modules in ${folder}.`];
  return [...files].flatMap(([file, content]) => {
    const names = file in allowed ? [] : moduleLets(file, content);
    const isSharing = !(file in shared) && /\bimport \{.*\bprocessWide\b/.test(content);
    return [
      ...(names.length > 0 ? [`${file}: ${names.join(", ")} must be const, or made by once.`] : []),
      ...(isSharing ? [`${file}: processWide is for the modules listed in check-state.mjs.`] : []),
    ];
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
