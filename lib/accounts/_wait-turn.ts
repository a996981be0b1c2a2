import { setTimeout as pause } from "node:timers/promises";
import { processWide } from "../core/process-wide";
import { tooManyAttempts } from "./_attempts";

/** How fast what is over its count goes on, in each process. */
export interface Pace {
  /** Paces of different names never take each other's room. */
  name: string;
  everyMs: number;
  /** Beyond so many turns ahead it is refused: a wait takes at most `everyMs * mostAhead`. */
  mostAhead: number;
}

const mostWaiting = 200;
const mostKeys = 1000;

interface Turns {
  /** When the next turn of a key is free, by `performance.now()`. */
  free: Map<string, number>;
  waiting: number;
}

/**
 * Waits for the next turn of a key, so that those who share it go on one after the other. Throws rate_limited
 * when too many wait for this key, or for any of the pace. What a turn holds is a timer and a number.
 */
export async function waitTurn(key: string, { name, everyMs, mostAhead }: Pace): Promise<void> {
  const turns = processWide<Turns>(`turns.${name}`, () => ({ free: new Map(), waiting: 0 }));
  const now = performance.now();
  const at = Math.max(now, turns.free.get(key) ?? 0);
  const waitMs = at - now;
  const isFull = turns.waiting >= mostWaiting || !hasRoom(turns.free, now);
  if (isFull || waitMs > everyMs * mostAhead) throw tooManyAttempts(Math.max(waitMs, 1000));
  turns.free.set(key, at + everyMs);
  turns.waiting += 1;
  await pause(waitMs);
  turns.waiting -= 1;
}

/** Forgets the keys nobody waits for, once there are many. */
function hasRoom(free: Map<string, number>, now: number): boolean {
  if (free.size < mostKeys) return true;
  for (const [key, at] of free) if (at <= now) free.delete(key);
  return free.size < mostKeys;
}
