import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readQuestion } from "../core/ask-main";
import { databaseUrl } from "../core/db";
import { env, servingPort } from "../core/env";
import { log } from "../core/log";
import { answerLimit } from "../sending/answer-limit";

/** The socket of a run, in a folder that only this user may enter. */
const prefix = "depesza-pages-";
/** The operating systems allow a path of 103 bytes or more. */
const maxPathBytes = 103;
const startMs = 120_000;
const endMs = 1500;

export interface RunningPages {
  /** Where it takes requests. */
  socket: string;
  /** Resolves when the process is gone, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the process of the pages and waits until it takes requests, two minutes at most. Undefined when it does not,
 * or when `signal` is aborted; then nothing is left of it. It ends with this process, even by `kill -9`.
 */
export async function startPages(
  program: string,
  signal: AbortSignal,
): Promise<RunningPages | undefined> {
  const folder = mkdtempSync(join(folderForSockets(), prefix));
  const socket = process.platform === "win32" ? pipeOf(folder) : join(folder, "pages");
  const child = fork(program, {
    // Two processes cannot be inspected at one port.
    execArgv: process.execArgv.filter((option) => !option.startsWith("--inspect")),
    env: environmentWith(socket),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", (message) => void answerQuestion(child, message));
  const ended = untilEnded(child).then(() => rmSync(folder, { recursive: true, force: true }));

  async function stop() {
    child.send("end", () => undefined);
    await Promise.race([ended, wait(endMs, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
  }

  const late = AbortSignal.any([signal, AbortSignal.timeout(startMs)]);
  const isReady = await Promise.race([untilReady(child), ended, untilAborted(late)]);
  if (isReady) return { socket, ended, stop };
  child.kill("SIGKILL");
  await ended;
  return undefined;
}

/** An account has one limit for what it sends by either process. */
async function answerQuestion(child: ChildProcess, message: unknown): Promise<void> {
  const asked = readQuestion(message);
  if (!asked) return;
  try {
    const reply = await answerLimit(asked.question);
    child.send({ id: asked.id, reply }, () => undefined);
  } catch (error) {
    log().error({ err: error }, "a limit could not be counted");
  }
}

/** What this process learned at its start is a setting for the other. */
function environmentWith(socket: string): NodeJS.ProcessEnv {
  return {
    // biome-ignore lint/style/noProcessEnv: the other process parses the same settings for itself.
    ...process.env,
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

function untilReady(child: ChildProcess): Promise<true> {
  return new Promise((resolve) => {
    child.on("message", (message) => message === "ready" && resolve(true));
  });
}

async function untilEnded(child: ChildProcess): Promise<void> {
  // It rejects when the process could not even be started.
  await once(child, "exit").catch(() => undefined);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
