import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../database/project-root";

/**
 * Bundles a program of this folder into one file, from which many processes start faster than from a hundred. Returns
 * its path, beside the packages it imports; whoever asked for it removes it.
 */
export async function bundleProgram(name: string): Promise<string> {
  const outfile = join(projectRoot(), "dist", `${name}-${process.pid}.mjs`);
  await build({
    absWorkingDir: projectRoot(),
    entryPoints: [`lib/testing/${name}.ts`],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "server-only": join(projectRoot(), "node_modules/server-only/empty.js") },
  });
  return outfile;
}
