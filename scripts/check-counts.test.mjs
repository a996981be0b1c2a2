// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of modules are text here.
import { expect, test } from "vitest";
import { findBreaches, readProject } from "./check-counts.mjs";

const tables = new Map([
  ["messages", "messages"],
  ["messageEvents", "message_events"],
]);

function breachesOf(body, uncounted = []) {
  const source = `import { messageEvents, messages } from "@/drizzle/schema/messages";\n
export async function moveMessage(tx) { ${body} }`;
  return findBreaches({ files: new Map([["messages/a.ts", source]]), tables, uncounted });
}

const found = ["lib/messages/a.ts: moveMessage changes messages without counting them."];
const moved = "update ${messages} set status = 'sent' returning ${countedColumns}";

test("each statement of this project that changes what is counted counts it, with a handful of exceptions that say why", () => {
  const project = readProject();
  expect(findBreaches(project)).toEqual([]);
  expect(project.uncounted.length).toBeLessThanOrEqual(3);
  for (const { reason } of project.uncounted) expect(reason).toMatch(/\w+ \w+/);
}, 60_000);

test.each([
  ["Drizzle's insert", "await tx.insert(messages).values(row);"],
  ["Drizzle's update of a state", 'await tx.update(messages).set({ status: "sent" });'],
  ["Drizzle's update of a refund", "await tx.update(messages).set({ refundId, body });"],
  ["an update that can't be read", "await tx.update(messages).set(changes);"],
  ["Drizzle's delete", "await tx.delete(messages).where(mine);"],
  ["an insert in SQL", "await tx.execute(sql`insert into ${messages} (id) select 1`);"],
  ["an update in SQL", `await tx.execute(sql\`${moved}\`);`],
  ["a delete in SQL", "await tx.execute(sql`delete from ${messages} where true`);"],
  [
    "the second of two statements",
    `await tx.execute(sql\`with moved as (${moved}), counted as (\${countMovedClause(was)}) select\`);
     await tx.execute(sql\`${moved}\`);`,
  ],
])("%s is found when it counts nothing", (_what, body) => {
  expect(breachesOf(body)).toEqual(found);
});

test.each([
  [
    "that counts",
    `await tx.execute(sql\`with moved as (${moved}), counted as (\${countMovedClause(was)}) select\`);`,
  ],
  [
    "that counts what it stores",
    "return sql`stored as (insert into ${messages} (id) select 1), counted as (${countAddedClause()})`;",
  ],
  ["of another column", "await tx.update(messages).set({ body, waitReason: null });"],
  [
    "of another column in SQL",
    "await tx.execute(sql`update ${messages} set due_at = ${at} where id = 1`);",
  ],
  ["of another table", 'await tx.update(messageEvents).set({ status: "sent" });'],
])("a statement %s is fine", (_what, body) => {
  expect(breachesOf(body)).toEqual([]);
});

test("an exception is for a file, and only as long as it needs one", () => {
  const uncounted = [{ path: "messages/a.ts", reason: "it is so" }];
  expect(breachesOf("await tx.delete(messages);", uncounted)).toEqual([]);
  expect(breachesOf("", uncounted)).toEqual(["lib/messages/a.ts no longer needs its exception."]);
});
