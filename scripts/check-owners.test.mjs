// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of modules are text here.
import { expect, test } from "vitest";
import { findBreaches, readProject, tablesOf } from "./check-owners.mjs";

const tables = tablesOf([
  'export const messages = pgTable("messages", {});\nexport const waitingMails = pgTable(\n  "waiting_mails",\n  {},\n);',
]);
const place = {
  tables,
  modules: { messages: [], mail: [], receipts: [] },
  owners: { messages: "messages", waiting_mails: "mail" },
  exceptions: [],
};

function violationsOf(
  source,
  { path = "receipts/a.ts", imports = "messages, waitingMails", ...more } = {},
) {
  const files = new Map([
    [path, `import { ${imports} } from "@/drizzle/schema/messages";\n${source}`],
  ]);
  return findBreaches({ ...place, files, ...more });
}

const foreign = ["lib/receipts/a.ts writes messages, which messages owns."];

test.each([
  ["Drizzle's insert", "await db().insert(messages).values(row);"],
  ["Drizzle's update", "await tx.update(messages).set({ status }).where(mine);"],
  ["Drizzle's delete", "await tx.delete(messages).where(mine);"],
  [
    "an insert whose table is on the next line",
    "await tx\n  .insert(\n    messages,\n  )\n  .values(row);",
  ],
  ["an update after a with", "await db().with(picked).update(messages).set({ a });"],
  ["an update on a database by another name", "await transaction.update(messages).set({ a });"],
  ["an insert in SQL", "await tx.execute(sql`insert into messages (id) values (1)`);"],
  ["an update in SQL", "await tx.execute(sql`update messages set status = 'sent'`);"],
  ["a delete in SQL", "await tx.execute(sql`delete from messages where id = 1`);"],
  ["a truncate in SQL", "await tx.execute(sql`truncate messages`);"],
  ["a merge in SQL", "await tx.execute(sql`merge into messages using other on true`);"],
  [
    "capitals, quotes, and a schema",
    "await client.query('INSERT INTO public.\"messages\" (id) VALUES ($1)');",
  ],
  [
    "an insert into a table that is filled in",
    "sql`with a as (insert into ${messages} (id) select 1) select 1`",
  ],
  [
    "an update, on several lines, of a table that is filled in",
    "sql`\n  update\n    ${messages} m\n  set a = 1`",
  ],
  ["a delete from a table that is filled in", "sql`delete from only ${messages} where id = ${id}`"],
  ["a table by a constant", "const queue = messages;\nawait tx.delete(queue);"],
  [
    "a table by Drizzle's alias",
    'const m = alias(messages, "m");\nawait tx.execute(sql`delete from ${m}`);',
  ],
])("%s is found in a module that does not own the table", (_name, source) => {
  expect(violationsOf(source)).toEqual(foreign);
  expect(violationsOf(source, { path: "messages/a.ts" })).toEqual([]);
});

test("a table is found under the name that an import gives it", () => {
  expect(violationsOf("await tx.delete(rows);", { imports: "messages as rows" })).toEqual(foreign);
  const files = new Map([
    [
      "receipts/a.ts",
      'import * as schema from "@/drizzle/schema/messages";\nawait tx.delete(schema.messages);',
    ],
  ]);
  expect(findBreaches({ ...place, files })).toEqual(foreign);
});

test.each([
  ["Drizzle writes what a parameter names", "const clear = (table) => tx.delete(table);"],
  ["SQL writes what a parameter names", "const clear = (table) => sql`delete from ${table}`;"],
  ["SQL is put together", 'client.query("delete from " + name);'],
])("no table escapes where %s", (_name, source) => {
  expect(violationsOf(source, { path: "messages/a.ts" })).toEqual([
    "lib/messages/a.ts writes a table that this check can't tell: name it in the statement.",
  ]);
});

test.each([
  ["a read", 'await tx.select().from(messages).where(mine).for("update");'],
  ["a lock in SQL", "sql`select 1 from ${messages} where id = ${id} for no key update`"],
  [
    "an upsert of an own table",
    "sql`insert into ${waitingMails} values (1) on conflict do update set messages = 2`",
  ],
  ["a comment", "// update messages set a = 1, delete from messages\nconst a = 1;"],
  ["a set, a map, and a hash", 'seen.delete(id);\ncreateHash("sha256").update(secret);'],
  ["a column", "sql`insert into ${waitingMails} (id) select ${messages.id} from ${messages}`"],
])("%s is no write of another's table", (_name, source) => {
  expect(violationsOf(source, { path: "mail/a.ts" })).toEqual([]);
});

test("a table without an owner, an owner that is no module, and an owner without a table are found", () => {
  const owners = { messages: "massages", payments: "messages" };
  expect(findBreaches({ ...place, files: new Map(), owners })).toEqual([
    "messages has no module as its owner.",
    "waiting_mails has no module as its owner.",
    "payments has an owner, but is no table of the schema.",
  ]);
});

test("an exception lets a module set its columns, and nothing else", () => {
  const exceptions = [{ table: "messages", module: "receipts", columns: ["status", "ended_at"] }];
  const allowed = [
    "tx.update(messages).set({ status, endedAt: null });",
    "sql`update ${messages} m set status = coalesce(a, b), ended_at = ${at} where id = 1 returning id`",
    "sql`with a as (update messages set status = 1, ended_at = (select 2)), b as (select 1) select 1`",
  ];
  for (const source of allowed) expect(violationsOf(source, { exceptions })).toEqual([]);
  const refused = [
    "tx.update(messages).set({ status, endedAt, body });",
    "tx.update(messages).set(changes);",
    "tx.delete(messages);",
    "sql`update ${messages} set status = 1, ended_at = 2, body = 3`",
    "sql`update ${messages} set (status, ended_at) = (1, 2)`",
    "sql`insert into ${messages} (status, ended_at) values (1, 2)`",
  ];
  for (const source of refused) {
    expect(violationsOf(`${allowed[0]}\n${source}`, { exceptions }), source).toEqual(foreign);
  }
});

test("an exception that nothing needs any more is found, and a column of one", () => {
  const exceptions = [{ table: "messages", module: "receipts", columns: ["status", "body"] }];
  expect(violationsOf("", { exceptions })).toEqual([
    "lib/receipts no longer needs its exception for messages.",
  ]);
  expect(violationsOf("tx.update(messages).set({ status });", { exceptions })).toEqual([
    "lib/receipts no longer needs its exception for messages.body.",
  ]);
});

test("each table of this project is written by its owner, with a handful of exceptions that say why", () => {
  const project = readProject();
  expect(project.tables.size).toBeGreaterThan(30);
  expect(findBreaches(project)).toEqual([]);
  expect(project.exceptions.length).toBeLessThanOrEqual(6);
  for (const { reason } of project.exceptions) expect(reason).toMatch(/\w+ \w+/);
}, 60_000);
