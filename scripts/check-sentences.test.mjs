import { expect, test } from "vitest";
import { bareSentences } from "./_bare-sentences.mjs";
import { findBareSentences } from "./check-sentences.mjs";
import { root } from "./root.mjs";

const linesOf = (...lines) => {
  const content = ['import { z } from "zod";', ...lines].join("\n");
  return bareSentences("contract.ts", content).map(({ line }) => line);
};

test.each([
  'const A = z.string().min(1, "Enter a name.");',
  'const A = z.string({ error: "Enter a name." });',
  "const A = z.enum(names, `The names are these.`);",
  'const A = z.string().refine(isName, { message: "This is no name." });',
  "const A = z.string({ error: () => `This is no name.` });",
  'context.addIssue({ code: "custom", message: "This is no name." });',
])("a check with a bare sentence is found: %s", (line) => {
  expect(linesOf(line)).toEqual([2]);
});

test("a sentence in a constant is found where a check uses it", () => {
  const uses = ["const A = z.int(wrong).max(9, wrong);", "const B = z.int({ error: wrong });"];
  expect(linesOf('const wrong = "Enter a number.";', ...uses)).toEqual([3, 3, 4]);
});

test("sentences of a table, descriptions, and fields called error are left alone", () => {
  const fine = [
    "const A = z.string(worded(table.noName)).min(1, worded(table.noName));",
    'const B = z.object({ error: z.string().meta({ description: "What went wrong here." }) });',
    'const C = z.literal("in progress").or(z.enum(["a b", "c d"]));',
  ];
  expect(linesOf(...fine)).toEqual([]);
});

test("no contract of the product carries a bare sentence", () => {
  expect(findBareSentences(root, ["lib", "app"])).toEqual([]);
});
