// What every command needs before it can run: the packages and the build. No dependencies: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const stampPath = join(root, "dist/stamp.json");

const bundleSources = [
  "lib",
  "drizzle/schema",
  "scripts/bundle.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const pageSources = [
  ...bundleSources,
  ...["app", "components", "public", "proxy.ts", "next.config.mjs", "postcss.config.mjs"],
];

/** Works from the project's folder, whatever folder the command was given in, with the settings of `.env`. */
export function enterProject() {
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** Installs the packages of package-lock.json unless they are there. `dev`: those for the tests too. */
export function ensureInstalled({ dev }) {
  if (isInstalled(dev)) return;
  console.error("Installing packages (once, a minute or less) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--include=dev", "--include=optional", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (result.status === 0) return;
  console.error('The packages could not be installed; see above, or run "npm ci" to see more.');
  process.exit(1);
}

/** Builds what changed since the last build. `pages`: the web pages too, not only server and command line. */
export async function ensureBuilt({ pages }) {
  const built = existsSync(stampPath) ? JSON.parse(readFileSync(stampPath, "utf8")) : {};
  const wanted = { bundles: stampOf(bundleSources), pages: stampOf(pageSources) };
  const stalePages =
    pages && (built.pages !== wanted.pages || !existsSync(join(root, ".next/BUILD_ID")));
  const staleBundles =
    built.bundles !== wanted.bundles || !existsSync(join(root, "dist/worker.mjs"));
  if (!stalePages && !staleBundles) return;
  const { buildBundles, buildPages } = await import("./bundle.mjs");
  if (staleBundles) await buildBundles();
  if (stalePages) {
    console.error("Building the pages (once, a minute or two) …");
    buildPages();
  }
  // Written last, so that an interrupted build is done again.
  mkdirSync(join(root, "dist"), { recursive: true });
  const stamp = { bundles: wanted.bundles, pages: stalePages ? wanted.pages : built.pages };
  writeFileSync(`${stampPath}.${process.pid}`, `${JSON.stringify(stamp, null, 2)}\n`);
  renameSync(`${stampPath}.${process.pid}`, stampPath);
}

/** Compares the lock with npm's own note of what it installed, which it writes when it is done. */
function isInstalled(dev) {
  const note = join(root, "node_modules/.package-lock.json");
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, dev: isDev, optional, devOptional }]) => {
    if (path === "" || installed[path]?.version === version) return true;
    const mayBeMissing = optional || ((isDev || devOptional) && !dev);
    return mayBeMissing && installed[path] === undefined;
  });
}

function stampOf(sources) {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesUnder)) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
