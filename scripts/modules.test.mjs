import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const { modules } = createRequire(import.meta.url)("./modules.cjs");
const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const hosts = ["operations", "openapi", "api", "actions", "worker", "server", "cli", "testing"];

test("the architecture's table names every module with what it may import", () => {
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| .+ \| ([^|]+) \|$/gm)];
  const drawn = Object.fromEntries(
    rows.map(([, module, imports]) => [module, imports.match(/[a-z-]+/g) ?? []]),
  );
  const declared = Object.entries(modules).filter(([module]) => !hosts.includes(module));
  expect(drawn).toEqual(Object.fromEntries(declared));
  for (const host of hosts) expect(text).toContain(`\`${host}\``);
});

test("every file that the architecture names by its path is there", () => {
  const paths = [...text.matchAll(/\b(?:lib|app|scripts|docs)\/[\w()/.-]+\.(?:ts|tsx|cjs|md)\b/g)];
  expect(paths.length).toBeGreaterThan(3);
  for (const [path] of paths) expect(() => readFileSync(join(root, path))).not.toThrow();
});

test("every decision is listed, and every listed one is there", () => {
  const folder = join(root, "docs/decisions");
  const listed = [
    ...readFileSync(join(folder, "README.md"), "utf8").matchAll(/\]\(([\w-]+\.md)\)/g),
  ];
  const files = readdirSync(folder).filter((name) => name !== "README.md");
  expect(listed.map(([, name]) => name).sort()).toEqual(files.sort());
});
