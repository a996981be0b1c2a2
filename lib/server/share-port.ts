import type { ChildProcess } from "node:child_process";
import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "../core/log";
import { acceptWaiting } from "./close-server";
import { listen } from "./listen";

/** Connections that wait while no process has time for one, and for how long: then they are closed. */
const maxWaiting = 4096;
const maxWaitMs = 10_000;
/** A process that may open no more files gets no connection for so long. */
const fullMs = 1000;
/** How long the last ones may take to be accepted and handed over. */
const closingMs = 2000;
const lookMs = 10;

interface SharedPort {
  port: number;
  /** Gives a process its share of the connections, until it ends. It says `taken` or `missed` for each. */
  add(child: ChildProcess): void;
  /** Hands over every connection made before, at most two seconds long, and refuses new ones. */
  close(): Promise<void>;
}

/**
 * Listens on a port for several processes. A connection goes to the one that has waited longest for one, and the next only
 * once that has taken it: who is stuck or gone gets none, and what no process has taken is in nobody's way when it ends.
 * Nothing of a connection is read here.
 */
export async function sharePort(port: number, host: string): Promise<SharedPort> {
  const waiting = new Map<Socket, NodeJS.Timeout>();
  // In the order in which they became free.
  const free = new Set<ChildProcess>();

  function accept(socket: Socket): void {
    socket.on("error", () => undefined);
    if (waiting.size >= maxWaiting) return void socket.destroy();
    const late = setTimeout(() => {
      waiting.delete(socket);
      socket.destroy();
    }, maxWaitMs);
    waiting.set(socket, late);
    handOver();
  }

  function handOver(): void {
    for (const [socket, late] of waiting) {
      const [child] = free;
      if (!child) return;
      free.delete(child);
      clearTimeout(late);
      waiting.delete(socket);
      child.send("connection", socket, (error) => error && socket.destroy());
      // Node sends it once the other has come, or was given up.
      child.send("passed on", () => undefined);
    }
  }

  // Nothing waits for more of a small response, and a client may end its half of a connection first.
  const server = createServer({ pauseOnConnect: true, noDelay: true, allowHalfOpen: true }, accept);
  const bound = await listen(server, port, host);
  return {
    port: bound,
    add(child) {
      const take = () => {
        if (!child.connected) return;
        free.add(child);
        handOver();
      };
      const pauseOne = () => {
        log().warn("a process may open no more files, and lost a connection");
        setTimeout(take, fullMs).unref();
      };
      child.on("message", (message) => {
        if (message === "taken") take();
        if (message === "missed") pauseOne();
      });
      for (const end of ["disconnect", "exit"]) child.on(end, () => free.delete(child));
      take();
    },
    async close() {
      const untilMs = performance.now() + closingMs;
      await Promise.race([acceptWaiting(server), wait(closingMs)]);
      server.close();
      while (waiting.size > 0 && performance.now() < untilMs) await wait(lookMs);
      for (const [socket, late] of waiting) {
        clearTimeout(late);
        socket.destroy();
      }
      waiting.clear();
    },
  };
}
