import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, db } from "./db";
import { isStorableText, storableJson, storableText } from "./storable-text";

afterAll(closeDatabase);

/** Any code units in any order: halves of pairs, NUL and controls among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(0, 0xd83d, 0xde00, 0xdfff, 0x22, 0x5c, 0x2028, 0xfffe, 0xffff),
    ),
    { maxLength: 20 },
  )
  .map((units) => String.fromCharCode(...units));
const anyJson = fc.jsonValue({ maxDepth: 4, stringUnit: "binary" });

test("PostgreSQL stores any text that was made storable, and returns just that", async () => {
  const texts = fc.sample(anyText, { numRuns: 500, seed: 42 }).map(storableText);
  const rows = await db().execute<{ text: string }>(sql`
    select text from unnest(${sql.param(texts)}::text[]) with ordinality as held (text, place)
    order by place`);
  expect(rows.map(({ text }) => text)).toEqual(texts);
});

test("a text is changed only if PostgreSQL would not take it as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isStorableText(storableText(text))).toBe(true);
      expect(storableText(text) === text).toBe(isStorableText(text));
      expect(storableText(text)).toHaveLength(text.length);
    }),
  );
});

test("PostgreSQL stores any JSON that was made storable, names of members included", async () => {
  const texts = fc.sample(anyText, { numRuns: 200, seed: 43 });
  const values = [
    ...fc.sample(anyJson, { numRuns: 200, seed: 44 }),
    ...texts.map((text) => ({ [text]: [text, { [`${text}x`]: text }] })),
    JSON.parse('{"__proto__": {"toString": "x"}, "constructor": 1}'),
  ].map((value) => storableJson(value));
  const [row] = await db().execute<{ held: unknown[] }>(
    sql`select ${JSON.stringify(values)}::jsonb as held`,
  );
  expect(row?.held).toEqual(JSON.parse(JSON.stringify(values)));
});

test("JSON nested far deeper than PostgreSQL could parse is stored down to 64 levels", async () => {
  const deep = JSON.parse(`${"[".repeat(30_000)}1${"]".repeat(30_000)}`);
  const text = JSON.stringify(storableJson(deep));
  expect(text).toBe(`${"[".repeat(64)}"…"${"]".repeat(64)}`);
  const [row] = await db().execute<{ kind: string }>(
    sql`select jsonb_typeof(${text}::jsonb) as kind`,
  );
  expect(row?.kind).toBe("array");
});

test("what somebody's JSON calls __proto__ stays a member and becomes nobody's prototype", () => {
  const stored = storableJson(JSON.parse('{"a": {"__proto__": {"isAdmin": true}}}'));
  expect(JSON.stringify(stored)).toBe('{"a":{"__proto__":{"isAdmin":true}}}');
  expect((stored as { a: { isAdmin?: boolean } }).a.isAdmin).toBeUndefined();
});
