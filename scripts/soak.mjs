// `npm run soak` runs the unit tests that have a long form, in that form: those that ask `soakOr` how much to do.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const files = readdirSync(join(root, "lib"), { recursive: true })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join("lib", path))
  .filter((path) => readFileSync(join(root, path), "utf8").includes("soakOr("))
  .sort();
const { status } = spawnSync(process.execPath, [join(root, "scripts/test.mjs"), "unit", ...files], {
  stdio: "inherit",
  env: { ...process.env, SOAK: "1" },
});
process.exit(status ?? 1);
