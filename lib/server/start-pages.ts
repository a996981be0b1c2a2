import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { databaseUrl } from "../core/db";
import { env, servingPort } from "../core/env";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { projectRoot } from "../database/project-root";
import { type RunningChild, startChild } from "./start-child";

/** The socket of a run, in a folder that only this user may enter. */
const prefix = "depesza-pages-";
/** The operating systems allow a path of 103 bytes or more. */
const maxPathBytes = 103;
/** How long its end may take: what Next may still do after the last response. */
export const pagesEndMs = 1000;

export interface RunningPages extends RunningChild {
  /** Where it takes requests. */
  socket: string;
}

/**
 * Starts the process of the pages and waits until it takes requests. Throws unavailable when it does not, or when `signal`
 * is aborted; then nothing is left of it.
 */
export async function startPages(
  signal: AbortSignal,
  program = join(projectRoot(), "dist/pages.mjs"),
): Promise<RunningPages> {
  const folder = mkdtempSync(join(folderForSockets(), prefix));
  const socket = process.platform === "win32" ? pipeOf(folder) : join(folder, "pages");
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const child = await startChild({
      name: "pages",
      program,
      settings: settingsWith(socket),
      signal,
    });
    return { ...child, socket, ended: child.ended.then(removeFolder) };
  } catch (cause) {
    removeFolder();
    throw notLoaded(cause);
  }
}

function notLoaded(cause: unknown): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      "The pages could not be loaded; see the errors above. To start the API alone, set ROLE=api.",
    ),
    { cause },
  );
}

/** What this process learned at its start is a setting for the other. */
function settingsWith(socket: string): Record<string, string> {
  return {
    PORT: String(servingPort()),
    DATABASE_URL: databaseUrl(),
    DATABASE_POOL: String(Math.max(2, Math.floor(env().DATABASE_POOL / 2))),
    PAGES_SOCKET: socket,
  };
}

function folderForSockets(): string {
  const name = join(prefix, "xxxxxx", "pages");
  return Buffer.byteLength(join(tmpdir(), name)) > maxPathBytes ? "/tmp" : tmpdir();
}

/** Windows: other users may not write to a pipe of this one. */
function pipeOf(folder: string): string {
  return `\\\\.\\pipe\\${basename(folder)}`;
}
