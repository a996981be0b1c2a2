import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { connectDatabase, disconnect, withCode } from "../core/connect-database";
import { log } from "../core/log";
import { within } from "../core/within";
import { listenerName } from "./listener-name";

export interface Subscriber {
  onPayload(payload: string): void;
  onReconnect(): void;
}

const probeEveryMs = 2000;
const probeMs = 2000;
const maxPauseMs = 500;

/**
 * Listens on a channel over a connection of its own, and proves every two seconds that it would hear: the
 * server takes writes and what is said on the connection comes back. If not, a new connection is made, on
 * whichever server of the database takes writes, until one is found.
 */
export class Listener {
  private readonly channel: string;
  private readonly urlOf: () => string;
  private readonly subscribers = new Set<Subscriber>();
  private readonly probeChannel = `probe_${randomBytes(8).toString("hex")}`;
  private readonly stopping = new AbortController();
  private readonly heard: Promise<void>;
  private readonly running: Promise<void>;
  private firstHeard: () => void = () => undefined;

  constructor(channel: string, urlOf: () => string) {
    this.channel = channel;
    this.urlOf = urlOf;
    this.heard = new Promise((resolve) => {
      this.firstHeard = resolve;
    });
    this.running = this.run();
  }

  /** Resolves once it has listened for the first time, or after `timeoutMs`. */
  async untilHeard(timeoutMs: number): Promise<void> {
    await within(this.heard, timeoutMs, () => new Error("not yet")).catch(() => undefined);
  }

  /** Adds a subscriber and returns the function that removes it. */
  add(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let pauseMs = 0;
    while (!signal.aborted) {
      const wasHeard = await this.listenOnce().catch((error: unknown) => {
        // Once an outage: the next attempts say nothing new.
        if (pauseMs === 0) log().warn({ err: error }, "live updates are interrupted");
        return false;
      });
      pauseMs = wasHeard ? 0 : Math.min(maxPauseMs, pauseMs * 2 + 50);
      await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Listens until the connection is of no more use. Resolves with whether it ever was, rejects if it never was. */
  private async listenOnce(): Promise<boolean> {
    const { client } = await connectDatabase(this.urlOf(), listenerName);
    try {
      client.on("notification", ({ channel, payload = "" }) => this.take(channel, payload));
      await this.prove(client, `listen ${this.channel}; listen ${this.probeChannel};`);
      this.firstHeard();
      for (const { onReconnect } of this.subscribers) onReconnect();
      await this.watch(client).catch(() => undefined);
      return true;
    } finally {
      await disconnect(client);
    }
  }

  private async watch(client: pg.Client): Promise<void> {
    const ended = new AbortController();
    client.once("end", () => ended.abort());
    // Also when the one that ends it came before: a listener that missed it would hold up the shutdown.
    const signal = AbortSignal.any([ended.signal, this.stopping.signal]);
    for (;;) {
      await pause(probeEveryMs, undefined, { signal, ref: false });
      await this.prove(client);
    }
  }

  /** Throws unless the server takes writes and a notice sent now arrives now. */
  private async prove(client: pg.Client, before = ""): Promise<void> {
    const controller = new AbortController();
    const arrival = once(client, "notification", { signal: controller.signal });
    arrival.catch(() => undefined);
    const proof = client.query(`${before} notify ${this.probeChannel}; show transaction_read_only`);
    const silent = () =>
      withCode("STATEMENT_TIMEOUT", "The connection for live updates fell silent.");
    try {
      const results: unknown = await within(proof, probeMs, silent);
      const [row] = (results as pg.QueryResult[]).at(-1)?.rows ?? [];
      if (row?.transaction_read_only !== "off") {
        throw withCode("25006", "The server of the connection for live updates takes no writes.");
      }
      await within(arrival, probeMs, silent);
    } finally {
      controller.abort();
    }
  }

  private take(channel: string, payload: string): void {
    if (channel !== this.channel) return;
    for (const { onPayload } of this.subscribers) onPayload(payload);
  }
}
