import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findRunner } from "../testing/run-program";
import { buildDocument } from "./build-document";

const folder = mkdtempSync(join(tmpdir(), "depesza-patterns-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = JSON.stringify(buildDocument("https://sms.example.org"));
const patterns = [
  ...new Set([...document.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) => text)),
].map((text) => JSON.parse(text ?? '""') as string);

const programs: [language: string, text: string][] = [
  [
    "python",
    "import json, re, sys\nfor pattern in json.load(sys.stdin):\n    re.compile(pattern)\n    assert re.search(pattern, 'x') is not False",
  ],
  [
    "go",
    'package main\n\nimport (\n\t"encoding/json"\n\t"os"\n\t"regexp"\n)\n\nfunc main() {\n\tvar patterns []string\n\tif err := json.NewDecoder(os.Stdin).Decode(&patterns); err != nil {\n\t\tpanic(err)\n\t}\n\tfor _, pattern := range patterns {\n\t\tregexp.MustCompile(pattern)\n\t}\n}\n',
  ],
  [
    "php",
    '<?php\nforeach (json_decode(file_get_contents("php://stdin")) as $pattern) {\n    if (preg_match("~" . str_replace("~", "\\\\~", $pattern) . "~u", "x") === false) exit(1);\n}\n',
  ],
];

test.each(programs)(
  "every pattern of the document compiles in %s",
  { timeout: 60_000 },
  async (language, text) => {
    expect(patterns.length).toBeGreaterThan(3);
    const run = await findRunner(language, folder);
    const outcome = await run(text, { env: {}, stdin: JSON.stringify(patterns) });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
  },
);

test("every pattern of the document means the same in JavaScript with and without its u flag", () => {
  for (const pattern of patterns) {
    for (const text of ["Web shop", "Sklep „Żółw” №1", "\u0007", "", "P{C}"]) {
      const [plain, unicode] = ["", "u"].map((flags) => new RegExp(pattern, flags).test(text));
      expect(plain, `${pattern} ${text}`).toBe(unicode);
    }
  }
});
