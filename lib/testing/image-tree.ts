import { execFileSync } from "node:child_process";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import ignore from "@balena/dockerignore";
import { z } from "zod";
import { projectRoot } from "../database/project-root";
import { copiesOf, imageStages } from "./deploy-files";

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

/**
 * Makes a folder with what the last stage of the Dockerfile copies: from the project what .dockerignore lets through, from
 * the build what the last build made, and the packages without those for development. The files are hard links.
 */
export function makeImageTree(folder: string): void {
  const last = imageStages().at(-1);
  if (!last) throw new Error("The Dockerfile has no stage.");
  for (const { from, paths, to } of copiesOf(last)) {
    for (const path of paths) {
      if (from === undefined) copyFromProject(path, join(folder, to));
      else if (path === "/app/node_modules") installPackages(from, join(folder, to));
      else linkTree(relative("/app", path), join(folder, to), (each) => each === ".next/cache");
    }
  }
}

function copyFromProject(path: string, target: string): void {
  const isFile = statSync(join(projectRoot(), path)).isFile();
  linkTree(path, isFile ? join(target, path) : target, leftOut());
}

type LeavesOut = (path: string) => boolean;

function leftOut(): LeavesOut {
  const text = readFileSync(join(projectRoot(), ".dockerignore"), "utf8");
  const ignored = ignore({ ignorecase: false }).add(text);
  return (path) => ignored.ignores(path);
}

/** What the stage with the packages does: the packages, and what it runs after `npm ci`. */
function installPackages(name: string, target: string): void {
  linkPackages(target);
  const stage = imageStages().find((each) => each.name === name);
  const run = stage?.instructions.find(({ keyword }) => keyword === "RUN")?.text ?? "";
  const [, ...later] = run.split(" && ");
  execFileSync("/bin/sh", ["-ec", later.join(" && ")], { cwd: dirname(target) });
}

/** The packages that `npm ci --omit=dev` installs, by the marks in package-lock.json; an archive of npm has no links. */
function linkPackages(target: string): void {
  const text = readFileSync(join(projectRoot(), "package-lock.json"), "utf8");
  for (const [path, { dev }] of Object.entries(Lock.parse(JSON.parse(text)).packages)) {
    if (path === "" || dev) continue;
    // Packages for other machines are in the lock and not installed.
    if (statSync(join(projectRoot(), path), { throwIfNoEntry: false })?.isDirectory() !== true)
      continue;
    const own = join(target, relative("node_modules", path));
    const isLink = (each: string) => lstatSync(join(projectRoot(), each)).isSymbolicLink();
    linkTree(path, own, (each) => each === join(path, "node_modules") || isLink(each));
  }
}

/** Makes `target` a copy of a file or folder of the project. */
function linkTree(path: string, target: string, isLeftOut: LeavesOut): void {
  if (isLeftOut(path)) return;
  const source = join(projectRoot(), path);
  const stats = lstatSync(source);
  if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
  if (stats.isFile()) {
    mkdirSync(dirname(target), { recursive: true });
    linkSync(source, target);
  }
  if (!stats.isDirectory()) return;
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) linkTree(join(path, name), join(target, name), isLeftOut);
}
