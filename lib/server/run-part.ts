import { closeDatabase, useEmbeddedDatabase } from "../core/db";
import { publishPort } from "../core/env";
import { log } from "../core/log";
import { reportFigures } from "../metrics/report-figures";
import { exitProcess } from "./exit-process";
import { followMain } from "./follow-main";
import { guardProcess } from "./guard-process";
import { sentenceOf } from "./sentence-of";

/** What the main process tells a part of itself that it starts. */
export interface Order {
  /** What the installation is served at. */
  port: number;
  /** Where the embedded database is, when there is one. */
  embeddedUrl?: string;
}

interface RunningPart {
  stop(withinMs: number): Promise<void>;
}

/**
 * Runs a part of the main process in a process of its own (docs/decisions/api-processes-share-a-port.md): once it is told
 * where things are, until it is told to end. Says `ready`, or which failure there was.
 */
export function runPart(start: () => Promise<RunningPart>): void {
  const part: { running?: Promise<RunningPart> } = {};

  async function begin({ port, embeddedUrl }: Order): Promise<RunningPart> {
    if (embeddedUrl) useEmbeddedDatabase(embeddedUrl);
    publishPort(port, true);
    return start();
  }

  async function end(withinMs: number): Promise<void> {
    const running = await part.running?.catch(() => undefined);
    const stopped = running?.stop(withinMs).then(closeDatabase);
    await stopped?.catch((error: unknown) => log().error({ err: error }, "shutdown failed"));
    await exitProcess(0);
  }

  followMain((withinMs) => void end(withinMs));
  reportFigures();
  guardProcess();
  process.on("message", (message: { order?: Order }) => {
    if (!message?.order) return;
    part.running = begin(message.order);
    part.running.then(
      () => process.send?.("ready"),
      (error: unknown) => process.send?.({ failure: sentenceOf(error) }),
    );
  });
}
