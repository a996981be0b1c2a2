import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { operatorSentence } from "../core/operator-sentence";
import { followProcess } from "../metrics/gather-processes";
import { answerQuestions } from "./answer-questions";

const startMs = 120_000;
/** How much later than told a process may be gone, before it is killed. */
const endMs = 500;

interface ChildStart {
  /** What its figures are called. */
  name: string;
  program: string;
  /** Settings of its own, on top of ours. */
  settings?: Record<string, string>;
  /** What it is told first. */
  order?: Record<string, unknown>;
  signal: AbortSignal;
}

export interface RunningChild {
  process: ChildProcess;
  /** Resolves when it is gone, for whatever reason. */
  ended: Promise<void>;
  /** Tells it to end within this time, and makes sure of it. */
  stop(withinMs: number): Promise<void>;
}

/**
 * Starts a process of ours and waits until it says that it is ready, two minutes at most. It ends with this process, even
 * by `kill -9`. Throws unavailable with what it says is wrong, when it does not get ready or `signal` is aborted; then
 * nothing is left of it.
 */
export async function startChild({
  name,
  program,
  settings,
  order,
  signal,
}: ChildStart): Promise<RunningChild> {
  const child = fork(program, {
    // Two processes cannot be inspected at one port.
    execArgv: process.execArgv.filter((option) => !option.startsWith("--inspect")),
    // biome-ignore lint/style/noProcessEnv: the other process parses the same settings for itself.
    env: { ...process.env, ...settings },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("error", (error) => log().error({ err: error }, "a process could not be run"));
  answerQuestions(child);
  const ended = untilEnded(child);
  const said = untilReady(child);
  // One that the operating system refused has no channel.
  if (order && child.connected) child.send({ order }, () => undefined);

  async function stop(withinMs: number) {
    child.send({ endWithinMs: withinMs }, () => undefined);
    await Promise.race([ended, wait(withinMs + endMs, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
  }

  const late = AbortSignal.any([signal, AbortSignal.timeout(startMs)]);
  const outcome = await Promise.race([said, ended, untilAborted(late)]);
  if (outcome === "ready") {
    followProcess(name, child);
    return { process: child, ended, stop };
  }
  child.kill("SIGKILL");
  await ended;
  throw new AppError(
    "unavailable",
    operatorSentence(outcome ?? "A process of Depesza did not start; see the errors above."),
  );
}

/** Ready, or the sentence that says what is wrong. */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on("message", (message: unknown) => {
      if (message === "ready") resolve(message);
      if (typeof message === "object" && message !== null && "failure" in message) {
        resolve(String(message.failure));
      }
    });
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
