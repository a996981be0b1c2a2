// A public function that acts for somebody is told who by an `actor`. Ends with 1 when one of a module of lib names an
// account, a user, a session, or a token in its parameters and takes none. A function is part of another one if it joins
// its caller's transaction (`tx` is a separate parameter) or returns a clause of a statement. Other exceptions are in
// modules.cjs, each with its reason.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { namedPeople } from "./_named-people.mjs";
import { sourcesIn } from "./_sources.mjs";
import { root } from "./root.mjs";

/** What breaks the rule, a sentence each. `files`: path below lib to source. */
export function findBreaches({ files, modules, actors }) {
  const { exempt, exceptions } = actors;
  const skipped = exempt.map(({ module }) => module);
  const unknown = skipped.filter((module) => !(module in modules));
  const named = [...files.keys()]
    .filter((path) => isPublic(path) && !skipped.includes(moduleOf(path)))
    .flatMap((path) => actorless(path, files, actors));
  const excepted = exceptions.flatMap(({ functions }) => functions);
  const needed = new Set(named.map(({ id }) => id));
  const isIdle = (id) => !needed.has(id) && !skipped.includes(id.split(".")[0]);
  return [
    ...named.filter(({ id }) => !excepted.includes(id)).map(toSentence),
    ...excepted.filter(isIdle).map((id) => `${id} no longer needs its exception.`),
    ...unknown.map((module) => `${module} is no module.`),
  ];
}

function actorless(path, files, { identities, callerTypes }) {
  return namedPeople(path, files, { identities, callerTypes })
    .filter(({ people, hasActor, isPart }) => people.length > 0 && !hasActor && !isPart)
    .map(({ name, people }) => ({ path, name, people, id: `${moduleOf(path)}.${name}` }));
}

function moduleOf(path) {
  return path.split("/")[0];
}

function isPublic(path) {
  return !path.split("/").some((part) => part.startsWith("_"));
}

function toSentence({ path, name, people }) {
  return `lib/${path}: ${name} names ${people.join(", ")} and takes no actor.`;
}

/** The project as it is, without tests. */
export function readProject() {
  const { modules, actors } = createRequire(import.meta.url)("./modules.cjs");
  return { files: sourcesIn(join(root, "lib")), modules, actors };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const project = readProject();
  const { files } = project;
  const found = findBreaches(project);
  for (const sentence of found) console.error(sentence);
  console.log(`actors: ${files.size} files, ${found.length} breaches`);
  process.exitCode = found.length > 0 || files.size === 0 ? 1 : 0;
}
