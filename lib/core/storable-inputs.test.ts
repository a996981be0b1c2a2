import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isStorableText } from "./storable-text";

const contracts = import.meta.glob<Record<string, unknown>>(
  ["../*/contract.ts", "../*/*-contract.ts"],
  { eager: true },
);

/** Every contract of a request, whose texts may come to the database: by name, with its fields. */
const inputs = Object.values(contracts)
  .flatMap(Object.entries)
  .filter((entry): entry is [string, z.ZodType] => {
    return /(Input|Query)$/.test(entry[0]) && entry[1] instanceof z.ZodType;
  });

function fieldsOf(schema: z.ZodType): [string, z.ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  return schema instanceof z.ZodPipe ? fieldsOf(schema.in as z.ZodType) : [];
}

const fields = inputs.flatMap(([name, schema]) =>
  fieldsOf(schema).map(([field, held]): [string, z.ZodType] => [`${name}.${field}`, held]),
);

/** What PostgreSQL does not take as it is: NUL, and in JSON half of a surrogate pair. */
const hostile = [
  "\u0000",
  "a\u0000b",
  "48732129000\u0000",
  "\ud83d",
  "a\udfffb",
  "a@example.com\u0000",
];

/** All texts in what a contract has made of something. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Fields whose text is never stored or looked for as it is, and what is made of it instead. */
const neverStored: [RegExp, string][] = [
  [/password$/, "hashed"],
  [/\.(code|ticket)$/, "hashed"],
  [/\.(cursor|event_id|template_id|group_id|campaign_id|groups|contact_ids)$/, "read as an ID"],
  [/amount$/, "read as a number"],
  [/\.url$/, "read as a URL, which encodes it"],
  [/\.default_country$/, "compared with the countries there are"],
  [
    /^(SignInInput|RequestResetInput)\.email$/,
    "looked for by findUser, which knows that nobody has it",
  ],
  [/^SendBatchInput\.messages$/, "read by the contract of a message"],
  [/^ImportOptOutsInput\.opt_outs$/, "read by the contract of an opt-out"],
];

const stored = fields.filter(([name]) => !neverStored.some(([pattern]) => pattern.test(name)));

test("there are fields", () => {
  expect(stored.length).toBeGreaterThan(50);
  for (const [pattern] of neverStored) {
    expect(fields.some(([name]) => pattern.test(name))).toBe(true);
  }
});

describe("no text that PostgreSQL cannot store comes through", () => {
  test.each(stored)("%s", (_name, schema) => {
    for (const text of hostile) {
      for (const value of [text, [text]]) {
        const read = schema.safeParse(value);
        if (read.success)
          expect(textsIn(read.data).filter((each) => !isStorableText(each))).toEqual([]);
      }
    }
  });
});
