import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isVariableName, parseText } from "./parse-text";

const name = fc.stringMatching(/^[A-Za-zżŁ_][A-Za-z0-9_]{0,39}$/u);
const literal = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .filter((text) => !/[{}]/.test(text) && text !== "");
const fallback = fc.option(
  fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !/[{}]/.test(text)),
);
const parts = fc.array(fc.oneof(literal, fc.record({ name, fallback })), { maxLength: 20 });

type Part = string | { name: string; fallback: string | null };

function written(list: Part[]): string {
  return list
    .map((part) => {
      if (typeof part === "string") return part;
      return part.fallback === null ? `{{${part.name}}}` : `{{${part.name}|${part.fallback}}}`;
    })
    .join("");
}

/** Neighbouring pieces of text are one. */
function joined(list: Part[]): Part[] {
  const out: Part[] = [];
  for (const part of list) {
    const last = out.at(-1);
    if (typeof part === "string" && typeof last === "string") out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}

describe("a text", () => {
  test("is split into the very pieces and variables it was written from", () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(parseText(written(list))).toEqual(joined(list));
      }),
    );
  });

  test("whatever it holds is read without an error, and put together again as it was", () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom("{{", "}}", "{", "}", "|", "{{{", "a", " ", "\ud800", "é", "🙂", "\n"),
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces.join("");
        const read = parseText(text);
        if (!read) return;
        const literals = read.filter((part) => typeof part === "string").join("");
        expect(literals).not.toMatch(/\{\{|\}\}/);
        for (const part of read) {
          if (typeof part !== "string") expect(isVariableName(part.name)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["Hi {{first_name}}", ["Hi ", { name: "first_name", fallback: null }]],
    ["{{ first_name }}!", [{ name: "first_name", fallback: null }, "!"]],
    ["{{a|}}", [{ name: "a", fallback: "" }]],
    ["{{a| there }}", [{ name: "a", fallback: " there " }]],
    ["{{a|b|c}}", [{ name: "a", fallback: "b|c" }]],
    ["{{imię}}{{Straße}}", ["imię", "Straße"].map((each) => ({ name: each, fallback: null }))],
    ["{{名前}}", [{ name: "名前", fallback: null }]],
    ["{{{a}}}", ["{", { name: "a", fallback: null }, "}"]],
    ["{a} }{ {", ["{a} }{ {"]],
    ["{{constructor}}", [{ name: "constructor", fallback: null }]],
    ["", []],
  ])("%j has these parts", (text, read) => {
    expect(parseText(text)).toEqual(read);
  });

  test.each([
    "{{",
    "}}",
    "{{a",
    "a}}",
    "{{}}",
    "{{ }}",
    "{{1a}}",
    "{{a b}}",
    "{{a-b}}",
    "{{{{a}}}}",
    "{{a|{{b}}}}",
    "{{a}} {{",
    `{{${"a".repeat(41)}}}`,
    "{{a\u0000}}",
  ])("%j is none", (text) => {
    expect(parseText(text)).toBeUndefined();
  });

  test("with 10,000 variables, or as many braces, is read in a moment", () => {
    const startedMs = performance.now();
    expect(parseText("{{a|b}}".repeat(10_000))).toHaveLength(10_000);
    expect(parseText("{{".repeat(100_000))).toBeUndefined();
    expect(parseText(`{{a|${"b".repeat(200_000)}`)).toBeUndefined();
    expect(parseText(`{{${"|".repeat(200_000)}`)).toBeUndefined();
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
