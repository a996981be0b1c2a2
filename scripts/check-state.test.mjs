import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findState } from "./check-state.mjs";
import { root } from "./root.mjs";

const folder = mkdtempSync(join(tmpdir(), "depesza-state-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a module that keeps state in a variable is found, whether it is exported or not", () => {
  mkdirSync(join(folder, "core"));
  writeFileSync(join(folder, "core/env.ts"), "let parsed: number | undefined;\n");
  writeFileSync(join(folder, "fine.ts"), "const kept = 1;\nfunction f() {\n  let own = kept;\n}\n");
  writeFileSync(join(folder, "fine.test.ts"), "let server: number;\n");
  expect(findState(folder)).toEqual([]);
  writeFileSync(join(folder, "one.ts"), "let seen = 0;\n");
  writeFileSync(join(folder, "two.tsx"), "export let a = 1,\n  b = 2;\nvar c = 3;\n");
  expect(findState(folder).sort()).toEqual([
    "one.ts: seen must be const, or made by once.",
    "two.tsx: a, b, c must be const, or made by once.",
  ]);
});

test("a module that shares its state across Next's runtimes is found, unless it is listed", () => {
  const content = 'import { processWide } from "./process-wide";\n';
  writeFileSync(join(folder, "core/ids.ts"), content);
  writeFileSync(join(folder, "core/other.ts"), content);
  expect(findState(folder)).toContain(
    "core/other.ts: processWide is for the modules listed in check-state.mjs.",
  );
  expect(findState(folder).join()).not.toContain("core/ids.ts");
});

test("lib keeps its state in constants and once, but for the named places", () => {
  expect(findState(join(root, "lib"))).toEqual([]);
});
