// The architecture as a check. It also asserts that it saw the code at all: a cruise over nothing finds no fault.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const minModules = 60;
const folders = ["app", "components", "lib", "drizzle", "e2e"].filter((folder) =>
  existsSync(join(root, folder)),
);
const result = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    ...["--config", ".dependency-cruiser.cjs", "--output-type", "json"],
    ...folders,
  ],
  { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
);
if (!result.stdout) {
  console.error(`dependency-cruiser did not run: ${result.stderr}`);
  process.exit(1);
}

const { summary } = JSON.parse(result.stdout);
for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`;
  console.error(`${rule.name}: ${path}`);
}
console.log(
  `imports: ${summary.totalCruised} files, ${summary.totalDependenciesCruised} dependencies, ${summary.violations.length} violations`,
);
const sawEnough =
  summary.totalCruised > minModules && summary.totalDependenciesCruised > summary.totalCruised;
if (!sawEnough)
  console.error(
    `That is too little to be the whole project: more than ${minModules} modules were expected.`,
  );
process.exit(summary.violations.length > 0 || !sawEnough ? 1 : 0);
