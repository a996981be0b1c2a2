import { appendFileSync } from "node:fs";
import { join } from "node:path";

/** No process sends more different statements than this. */
const maxTexts = 20_000;
const maxFrames = 60;
/** Tests send statements of their own; after so many of one text nobody looks whether the product sends it, too. */
const maxLooks = 20;
const builders = [
  ...(["select", "selectDistinct", "selectDistinctOn"] as const),
  ...(["insert", "update", "delete", "with"] as const),
];
/** What a builder's session knows of where the builder was asked for: it sends later, when nobody stands behind it. */
const origin = Symbol("origin");
const folder = process.env["STATEMENTS_FOLDER"];

// Set by `npm test`: each statement is written down once a process, with the files that it came through.
// Without it not even the driver is loaded: many tests need none.
if (folder) await record(folder);

async function record(into: string): Promise<void> {
  const { NodePgSession } = await import("drizzle-orm/node-postgres");
  const { PgDatabase } = await import("drizzle-orm/pg-core");
  const looks = new Map<string, number>();
  const note = (text: string, session: object) => {
    const count = looks.get(text) ?? (looks.size < maxTexts ? 0 : maxLooks);
    if (count >= maxLooks) return;
    const { stack = "" } = (Reflect.get(session, origin) as Error | undefined) ?? here();
    const files = filesIn(stack);
    const isOfTests = /^lib\/testing\/|\.test\.tsx?$/.test(files[0] ?? "");
    looks.set(text, isOfTests ? count + 1 : maxLooks);
    if (isOfTests) return;
    appendFileSync(join(into, `${process.pid}.jsonl`), `${JSON.stringify({ text, files })}\n`);
  };
  const { prepareQuery } = NodePgSession.prototype;
  NodePgSession.prototype.prepareQuery = function (...words) {
    note(words[0].sql, this);
    return Reflect.apply(prepareQuery, this, words);
  };
  const database = PgDatabase.prototype;
  for (const name of builders) {
    Reflect.set(database, name, withOrigin(database[name] as unknown as Maker));
  }
}

/** A function of `db()` that begins a statement; `with` answers further ones. */
type Maker = (...words: unknown[]) => { session?: object };

function withOrigin(make: Maker): Maker {
  return function (this: object, ...words) {
    const builder = Reflect.apply(make, this, words);
    if (builder.session) {
      builder.session = Object.create(builder.session, { [origin]: { value: here() } });
      return builder;
    }
    const further = Object.entries(builder as Record<string, Maker>);
    return Object.fromEntries(further.map(([name, each]) => [name, withOrigin(each)]));
  };
}

function here(): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = maxFrames;
  const error = new Error("where");
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

/** The files of the product in a stack, the nearest first, from the project's root; what all statements go through is none. */
function filesIn(stack: string): string[] {
  const root = process.cwd();
  const files = [...stack.matchAll(/(?:\(|at |file:\/\/)(\/[^\s():]+)/g)]
    .map(([, path = ""]) => path)
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1));
  const own = files.filter(
    (file) => !/^node_modules\/|record-statements|^lib\/core\/(?!.*\.test\.ts$)/.test(file),
  );
  return [...new Set(own)];
}
