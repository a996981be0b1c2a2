import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, wherever this code was bundled to and whatever the working directory is. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "drizzle/migrations/meta/_journal.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("The folder drizzle/migrations is missing next to package.json.");
    folder = parent;
  }
  return folder;
}
