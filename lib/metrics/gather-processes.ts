import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { askMain } from "../core/ask-main";
import { isCountedInMain } from "../core/env";
import { log } from "../core/log";
import { within } from "../core/within";
import { readProcess } from "./read-process";
import { type Reading, toReading, withLabel } from "./reading";
import type { Given, Wanted } from "./report-figures";

/** A process that is stuck is left out. */
const replyMs = 1500;
/** Who asks more often gets the same figures. */
const keptMs = 1000;

const question = { kind: "figures" } as const;

interface Followed {
  child: ChildProcess | undefined;
  /** How often one of this name became ready. */
  starts: number;
}

/** The processes that this one has started, by their names. */
const followed = new Map<string, Followed>();
const latest: { atMs: number; readings?: Promise<Reading[]> } = { atMs: 0 };

/** Counts a process among those whose figures are gathered, from now until it ends. */
export function followProcess(name: string, child: ChildProcess): void {
  const starts = (followed.get(name)?.starts ?? 0) + 1;
  followed.set(name, { child, starts });
  child.once("exit", () => {
    const now = followed.get(name);
    if (now?.child === child) followed.set(name, { ...now, child: undefined });
  });
}

/** Whether a process that this one has started asks for the figures of all. */
export function wantsFigures(asked: unknown): boolean {
  return typeof asked === "object" && asked !== null && "kind" in asked && asked.kind === "figures";
}

/** The figures of every process of this `npm start`, each value with the name of its process; from whichever process asks. */
export async function gatherProcesses(): Promise<Reading[]> {
  if (isCountedInMain()) return (await askMain(question)) as Reading[];
  if (!latest.readings || performance.now() - latest.atMs > keptMs) {
    latest.atMs = performance.now();
    latest.readings = collect();
  }
  return latest.readings;
}

async function collect(): Promise<Reading[]> {
  const own = withLabel(await readProcess(), "process", "main");
  const others = await Promise.all([...followed].map(([name, { child }]) => ask(name, child)));
  return [...own, ...others.flat(), ...readLives()];
}

function readLives(): Reading[] {
  const lives = [...followed].map(([process, { child, starts }]) => ({ process, child, starts }));
  return [
    toReading("depesza_process_up", [
      { labels: { process: "main" }, value: 1 },
      ...lives.map(({ process, child }) => ({ labels: { process }, value: child ? 1 : 0 })),
    ]),
    toReading(
      "depesza_process_restarts_total",
      lives.map(({ process, starts }) => ({ labels: { process }, value: starts - 1 })),
    ),
  ];
}

async function ask(name: string, child: ChildProcess | undefined): Promise<Reading[]> {
  if (!child?.connected) return [];
  const id = randomUUID();
  let hear: (message: Given) => void = () => undefined;
  const given = new Promise<Reading[]>((resolve) => {
    hear = ({ figuresOf, readings }) => figuresOf === id && resolve(readings ?? []);
  });
  child.on("message", hear);
  child.send({ figuresWanted: id } satisfies Wanted, () => undefined);
  const readings = await within(given, replyMs, () => new Error("no response in time"))
    .catch((error: unknown) => {
      log().info({ process: name, err: error }, "a process did not say its figures");
      return [];
    })
    .finally(() => child.off("message", hear));
  return withLabel(readings, "process", name);
}
