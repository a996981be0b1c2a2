import { describe, expect, test } from "vitest";
import { carriersFileSchema } from "./carriers-file";
import { type LookUp, readCarriersFile } from "./read-carriers-file";

const known: Record<string, string> = { "env:TOKEN": "t0ken", "secret:key": "k3y" };
const lookUp: LookUp = (source, name) => known[`${source}:${name}`];
const read = (file: unknown) =>
  readCarriersFile(typeof file === "string" ? file : JSON.stringify(file, null, 2), lookUp);

const other = { name: "other", kind: "http", url: "https://sms.example.com/", token: "env:TOKEN" };

describe("a file of carriers", () => {
  test("names carriers with their secrets filled in, and routes in their order", () => {
    const config = read({
      carriers: [
        { ...other, rate: 5, ambiguous: "resend" },
        { name: "simulator", kind: "simulator" },
      ],
      routes: [
        { to: "+48", carrier: "other", weight: 3 },
        { country: "DE", class: "bulk", carrier: "simulator", priority: 2, cost: 0.05 },
      ],
    });
    expect(config).toMatchObject({
      carriers: [
        { kind: "http", common: { name: "other", rate: 5, ambiguous: "resend" } },
        { kind: "simulator", common: { name: "simulator", ambiguous: "hold" } },
      ],
      routes: [
        { to: "48", carrier: "other", priority: 1, weight: 3 },
        { country: "DE", class: "bulk", carrier: "simulator", priority: 2, weight: 1, cost: 0.05 },
      ],
      warnings: [],
    });
  });

  test("is the same carrier as long as its settings and secrets are", () => {
    const fingerprint = (entry: object) => {
      const config = read({ carriers: [{ ...other, ...entry }] });
      return "carriers" in config ? config.carriers[0]?.fingerprint : undefined;
    };
    expect(fingerprint({ rate: 7 })).toBe(fingerprint({}));
    expect(fingerprint({ token: "t0ken" })).toBe(fingerprint({}));
    expect(fingerprint({ url: "https://other.example.com" })).not.toBe(fingerprint({}));
    expect(fingerprint({ token: "another" })).not.toBe(fingerprint({}));
  });

  test("works with a secret in plain text, and warns with its line", () => {
    expect(read({ carriers: [{ ...other, token: "plain" }] })).toMatchObject({
      warnings: ["line 7: token is a secret in plain text; use env:NAME or secret:NAME"],
    });
  });

  test.each<[string, unknown, { line: number; problem: RegExp }[]]>([
    ["no JSON", '{\n  "carriers": [\n}', [{ line: 3, problem: /^This is not JSON: / }]],
    ["empty", "", [{ line: 1, problem: /^This is not JSON: / }]],
    ["a list", "[]", [{ line: 1, problem: /expected object/ }]],
    ["far too large", " ".repeat(1_048_577), [{ line: 1, problem: /larger than 1 MiB/ }]],
    [
      "of an unknown kind",
      { carriers: [{ name: "a", kind: "pigeon" }] },
      [{ line: 5, problem: /^There is no kind pigeon; known are .*http/ }],
    ],
    [
      "without what the kind needs",
      { carriers: [{ name: "a", kind: "http", token: "env:TOKEN" }] },
      [{ line: 3, problem: /^url: / }],
    ],
    [
      "with a setting that the kind does not know",
      { carriers: [{ ...other, tokn: "x" }] },
      [{ line: 3, problem: /tokn/ }],
    ],
    [
      "with a secret that is not there",
      { carriers: [{ ...other, token: "env:MISSING" }] },
      [{ line: 7, problem: /^env:MISSING is not set\.$/ }],
    ],
    [
      "with one name twice",
      { carriers: [other, other] },
      [{ line: 10, problem: /^The name other is used twice\.$/ }],
    ],
    [
      "with a simulator by another name",
      { carriers: [{ name: "sim", kind: "simulator" }] },
      [{ line: 4, problem: /named simulator/ }],
    ],
    [
      "with a route to nowhere",
      { carriers: [other], routes: [{ to: "48", carrier: "nobody" }] },
      [{ line: 13, problem: /^There is no carrier named nobody\.$/ }],
    ],
    [
      "with a route for no numbers",
      { carriers: [other], routes: [{ carrier: "other" }] },
      [{ line: 11, problem: /either to or country/ }],
    ],
    [
      "with a route for words",
      { carriers: [other], routes: [{ to: "Poland", carrier: "other" }] },
      [{ line: 12, problem: /first digits/ }],
    ],
  ])("is refused with line and reason when it is %s", (_what, file, problems) => {
    expect(read(file)).toEqual({
      problems: problems.map(({ line, problem }) => ({
        line,
        problem: expect.stringMatching(problem),
      })),
    });
  });

  test("never names a secret in what is wrong with it", () => {
    const file = { carriers: [{ ...other, url: "no address", rate: -1 }] };
    const result = JSON.stringify(read(file));
    expect(result).toContain("problems");
    expect(result).not.toContain("t0ken");
  });
});

test("editors get a schema that knows every kind and its settings", () => {
  const schema = JSON.stringify(carriersFileSchema());
  for (const part of ['"const":"http"', '"const":"simulator"', "webhook_secret", "priority"]) {
    expect(schema).toContain(part);
  }
});
