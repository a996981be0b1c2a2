import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "./root.mjs";

/** How our own code is bundled for Node; packages stay where they are installed. */
export const forNode = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  // Outside Next there is no bundler to take the package's empty half; it would throw.
  alias: { "server-only": join(root, "node_modules/server-only/empty.js") },
};

/** Bundles the server and the processes that it may start, the command line, and the thread that reads uploaded files. */
export async function buildBundles() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...forNode,
    entryPoints: {
      server: "lib/server/main.ts",
      api: "lib/server/api-main.ts",
      worker: "lib/server/worker-main.ts",
      pages: "lib/server/pages-main.ts",
      cli: "lib/cli/main.ts",
      spreadsheets: "lib/spreadsheets/worker-main.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
    write: false,
  });
  mkdirSync(join(root, "dist"), { recursive: true });
  for (const { path, contents } of outputFiles) {
    // Renamed into place, so that a command started at the same time never reads half a file.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}

/** Builds the pages with Next, quietly unless it fails. */
export function buildPages() {
  const next = join(root, "node_modules/next/dist/bin/next");
  const result = spawnSync(process.execPath, [next, "build"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return compressFiles();
  console.error(`${result.stdout}${result.stderr}`);
  console.error("The pages could not be built; see above.");
  process.exit(1);
}

/** Compresses scripts and styles once and as well as can be, instead of for every browser. */
function compressFiles() {
  const folder = join(root, ".next/static");
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css)$/.test(name)) continue;
    const path = join(folder, name);
    const content = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(content));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
