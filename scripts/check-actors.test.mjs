import { expect, test } from "vitest";
import { findBreaches, readProject } from "./check-actors.mjs";

const actors = {
  identities: ["accountId", "userId", "tokenId"],
  callerTypes: ["Owner"],
  exempt: [{ module: "testing", reason: "sets the stage" }],
  exceptions: [],
};
const modules = { notes: [], core: [], testing: [] };

function breachesOf(source, { path = "notes/keep-note.ts", others = [], exceptions = [] } = {}) {
  const files = new Map([[path, source], ...others]);
  return findBreaches({ files, modules, actors: { ...actors, exceptions } });
}

const found = (people) => [`lib/notes/keep-note.ts: keepNote names ${people} and takes no actor.`];

test.each([
  ["a bare ID", "export async function keepNote(accountId: string, text: string) {}", "accountId"],
  ["an ID in an object", "export function keepNote({ userId }: { userId: string }) {}", "userId"],
  ["an ID under another name", "export function keepNote({ userId: id }: Row) {}", "userId"],
  [
    "an ID beside the input",
    "export function keepNote(input: unknown, who: { accountId: string }) {}",
    "accountId",
  ],
  [
    "an ID within the input",
    "export function keepNote({ input }: { input: { tokenId: string } }) {}",
    "tokenId",
  ],
  [
    "an ID of an interface",
    "interface Note { accountId: string }\nexport function keepNote(note: Note) {}",
    "accountId",
  ],
  [
    "an ID of what an interface extends",
    "interface Named { userId: string }\ninterface Note extends Named {}\nexport function keepNote(note: Note) {}",
    "userId",
  ],
  [
    "an ID of a joined type",
    "type Note = { text: string } & { userId: string };\nexport function keepNote(note: Note) {}",
    "userId",
  ],
  ["a picked ID", 'export function keepNote(note: Pick<Session, "userId" | "email">) {}', "userId"],
  ["an ID in each of a list", "export function keepNote(n: { userId: string }[]) {}", "userId"],
  [
    "a caller's type",
    'import type { Owner } from "x";\nexport function keepNote(o: Owner) {}',
    "Owner",
  ],
  ["an arrow function", "export const keepNote = (accountId: string) => {};", "accountId"],
  [
    "a wrapped function",
    "export const keepNote = cache(async (accountId: string) => {});",
    "accountId",
  ],
  [
    "a transaction that may be left out",
    "export function keepNote(accountId: string, tx: Tx = db()) {}",
    "accountId",
  ],
  [
    "an actor inside the input",
    "export function keepNote(n: { input: { actor: Actor; userId: string } }) {}",
    "userId",
  ],
])("%s without an actor is found", (_what, source, people) => {
  expect(breachesOf(source)).toEqual(found(people));
});

test("an ID of a type that another file has is found", () => {
  const source =
    'import type { Session as Who } from "../core/session";\nexport function keepNote(who: Who) {}';
  const others = [["core/session.ts", "export interface Session { userId: string }"]];
  expect(breachesOf(source, { others })).toEqual(found("userId"));
});

test.each([
  [
    "an actor",
    "interface Wanted { actor: Actor; input: { tokenId: string }; tx?: Tx }\nexport function keepNote({ actor, input }: Wanted) {}",
  ],
  ["an actor of its own", "export function keepNote(actor: Actor, text: string) {}"],
  ["a transaction of the caller", "export function keepNote(accountId: string, tx: Tx) {}"],
  [
    "a clause as its result",
    "export function keepNote({ accountId }: { accountId: string }): SQL | undefined {}",
  ],
  ["nobody's name", "export function keepNote({ input }: { input: unknown }) {}"],
  ["a callback that gets an ID", "export function keepNote(run: (accountId: string) => void) {}"],
])("a function with %s is none", (_what, source) => {
  expect(breachesOf(source)).toEqual([]);
});

test("what a module keeps to itself, and the stages of tests, are left out", () => {
  const source = "export function keepNote(accountId: string) {}";
  expect(breachesOf(source.replace("export ", ""))).toEqual([]);
  for (const path of ["notes/_keep-note.ts", "testing/keep-note.ts"]) {
    expect(breachesOf(source, { path }), path).toEqual([]);
  }
});

test("an exception is for its function alone, and is found once nothing needs it", () => {
  const source =
    "export function keepNote(accountId: string) {}\nexport function dropNote(userId: string) {}";
  const exceptions = [{ functions: ["notes.keepNote", "notes.readNote"], reason: "a worker" }];
  expect(breachesOf(source, { exceptions })).toEqual([
    "lib/notes/keep-note.ts: dropNote names userId and takes no actor.",
    "notes.readNote no longer needs its exception.",
  ]);
});

test("a skipped module that is none is found", () => {
  const { testing: _, ...others } = modules;
  expect(findBreaches({ files: new Map(), modules: others, actors })).toEqual([
    "testing is no module.",
  ]);
});

test("each public function of this project takes an actor, but for a few that say why", () => {
  const project = readProject();
  expect(project.files.size).toBeGreaterThan(500);
  expect(findBreaches(project)).toEqual([]);
  const { exempt, exceptions } = project.actors;
  expect(exceptions.flatMap(({ functions }) => functions).length).toBeLessThanOrEqual(45);
  for (const { reason } of [...exempt, ...exceptions]) expect(reason).toMatch(/\w+ \w+/);
});
