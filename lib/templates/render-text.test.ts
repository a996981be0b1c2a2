import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxTextLength } from "../sms/count-segments";
import { parseText, type Variable } from "./parse-text";
import { renderText } from "./render-text";
import { valuesOf } from "./values-of";
import { variablesOf } from "./variables-of";

function render(text: string, values: Record<string, string> = {}) {
  return renderText(parseText(text) ?? [], valuesOf(values));
}

describe("a rendered text", () => {
  test.each([
    ["Hi {{name}}!", { name: "Ada" }, "Hi Ada!"],
    ["Hi {{name}}!", { name: "  Ada " }, "Hi Ada!"],
    ["Hi {{name|there}}!", {}, "Hi there!"],
    ["Hi {{name|there}}!", { name: "" }, "Hi there!"],
    ["Hi {{name|there}}!", { name: " \u00a0\n" }, "Hi there!"],
    ["Hi {{name|}}!", {}, "Hi !"],
    ["{{a}}{{a}}", { a: "🙂" }, "🙂🙂"],
    // What a value says is never read as a variable, nor as a pattern of a replacement.
    ["{{a}}", { a: "{{b}}", b: "secret" }, "{{b}}"],
    ["{{a}}", { a: "$& $1 $$" }, "$& $1 $$"],
    ["{{imię}}", { imię: "Łucja" }, "Łucja"],
  ])("of %j with %j is %j", (text, values, rendered) => {
    expect(render(text, values as Record<string, string>)).toEqual({ text: rendered });
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "has no value for {{%s}} but one that was given",
    (name) => {
      expect(render(`{{${name}}}`)).toEqual({ missing: [name] });
      expect(render(`{{${name}}}`, JSON.parse(`{"${name}": "x"}`))).toEqual({ text: "x" });
    },
  );

  test("names every variable that is missing, once, in the order of the text", () => {
    expect(render("{{b}} {{a}} {{b}} {{c|d}}")).toEqual({ missing: ["b", "a"] });
  });

  test("has every piece of the text in its place, whatever the values are", () => {
    const part = fc.oneof(
      fc.string(),
      fc.record({ name: fc.constantFrom("a", "b"), fallback: fc.constant("-") }),
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.dictionary(fc.constantFrom("a", "b"), fc.string()),
        (parts, values) => {
          const expected = parts.map((each) =>
            typeof each === "string" ? each : values[each.name]?.trim() || "-",
          );
          expect(renderText(parts as (string | Variable)[], valuesOf(values))).toEqual({
            text: expected.join(""),
          });
        },
      ),
    );
  });

  test("is not made where it would be longer than any that can be sent", () => {
    const longest = "x".repeat(maxTextLength);
    expect(render("{{a}}", { a: longest })).toEqual({ text: longest });
    expect(render("{{a}}!", { a: longest })).toEqual({ isTooLong: true });
    expect(render("{{a}}".repeat(10_000), { a: longest })).toEqual({ isTooLong: true });
    expect(render(`{{a}}{{b}}${"x".repeat(10)}`, { a: longest })).toEqual({ missing: ["b"] });
  });
});

test("a variable is required where one of its places has no fallback", () => {
  expect(variablesOf("{{a|x}} {{b}} {{a}} {{c|}}")).toEqual([
    { name: "a", required: true },
    { name: "b", required: true },
    { name: "c", required: false },
  ]);
  expect(variablesOf("{{")).toEqual([]);
});
