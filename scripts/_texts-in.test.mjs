import { describe, expect, test } from "vitest";
import { textsIn } from "./_texts-in.mjs";

const read = (path, content, isWithComments) =>
  textsIn(path, content, isWithComments)
    .filter(({ scopes }) => !scopes.includes("code"))
    .map(({ text, scopes }) => [text, scopes.join(" ")]);

test("the names in code are found, each with its line", () => {
  const code = "function gather(items) {\n  return items.lanes;\n}";
  expect(textsIn("lib/a.ts", code).map(({ text, line }) => [text, line])).toEqual([
    ["gather", 1],
    ["items", 1],
    ["items", 2],
    ["lanes", 2],
  ]);
});

describe("what people read is found", () => {
  test("sentences of code, and each label of a screen's words", () => {
    const code =
      'export const words = { en: { state: "State", hint: `Enter a name, $' +
      "{most} at most.` } };";
    expect(read("app/words.ts", code)).toEqual([
      ["State", "prose ui"],
      ["Enter a name,", "prose ui"],
      ["at most.", "prose ui"],
    ]);
    expect(read("lib/a.ts", 'throw new AppError("conflict", "Try this again.");')).toEqual([
      ["Try this again.", "prose"],
    ]);
  });

  test("texts between tags", () => {
    expect(read("app/a.tsx", "const a = <p>Refused</p>;")).toEqual([["Refused", "prose"]]);
  });

  test("Markdown without its code and the addresses of its links, with the right line", () => {
    const page = "# Title\n\n```sh\nnpm start\n```\nSee [the log](/docs/log) of `panel` rows.\n";
    expect(textsIn("docs/a.md", page)).toEqual([
      { text: "# Title", line: 1, scopes: ["prose"] },
      { text: "See [the log] of `` rows.", line: 6, scopes: ["prose"] },
    ]);
  });

  test("comments of an example, and comments of code only when asked for", () => {
    expect(read("app/_content/snippets/send/curl.sh", "# Try it again\ncurl")).toEqual([
      ["Try it again", "prose"],
    ]);
    const code = "/** Says why. */\nconst a = 1;";
    expect(read("lib/a.ts", code)).toEqual([]);
    expect(read("lib/a.ts", code, true)).toEqual([["Says why.", "prose"]]);
  });
});

test("neither Polish, nor imports, nor statements for the database are English prose", () => {
  const code = `import a from "left out of it";
const words = { en: {}, pl: { state: "Stan konta", other: "Wiadomość nowa" } };
const query = "select left, out from messages where id = 1";`;
  expect(read("app/words.ts", code).filter(([, scopes]) => scopes.includes("prose"))).toEqual([]);
  expect(read("lib/a.test.ts", 'const a = "Two words here";')).toEqual([]);
});

test("Polish texts have the rules of Polish", () => {
  const code = 'const words = { en: {}, pl: { state: "Stan", other: "Zmyślone dane" } };';
  expect(read("app/words.ts", code)).toEqual([
    ["Stan", "pl"],
    ["Zmyślone dane", "pl"],
  ]);
});

test("statements in pieces, and names in a component, are neither prose nor labels", () => {
  const piece = "$" + "{b}";
  const query = `const a = sql\`, taken as (delete ${piece} returning taken by ${piece})\`;`;
  const statement = `const a = \`select id,\n ${piece} as taken by one\n from ${piece}\`;`;
  expect(read("lib/a.ts", query)).toEqual([]);
  expect(read("lib/a.ts", statement)).toEqual([]);
  const component =
    'const en: Words<A> = all; type A = Kinds["kind"]; const columns = ["state"]; const title = "State";';
  expect(read("app/a.tsx", component)).toEqual([["State", "prose ui"]]);
});
