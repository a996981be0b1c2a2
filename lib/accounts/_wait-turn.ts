import { tooManyAttempts } from "../attempts/attempts";
import { processWide } from "../core/process-wide";

/** How fast what is over its count goes on, in each process. */
export interface Pace {
  /** Paces of different names never take each other's room. */
  name: string;
  everyMs: number;
  maxWaitMs: number;
}

const maxWaiting = 200;
/** What whoever got no turn is told to wait. */
const retryAfterMs = 10_000;

interface Waiter {
  rank: number;
  admit(): void;
  refuse(): void;
}

/**
 * Waits for a turn of a key: one every `everyMs`, the first immediately. The lowest rank goes first and, among equals,
 * whoever chance picks: a flood of guesses cannot fill a queue ahead of the owner, who has guessed less. Throws
 * rate_limited when no turn came in time, or when too many of a better rank wait.
 */
export async function waitTurn(key: string, rank: number, pace: Pace): Promise<void> {
  const queues = processWide(`turns.${pace.name}`, () => new Map<string, Set<Waiter>>());
  const waiters = queues.get(key);
  if (!waiters) {
    if (queues.size >= maxWaiting) throw tooManyAttempts(retryAfterMs);
    queues.set(
      key,
      openQueue(pace, () => queues.delete(key)),
    );
    return;
  }
  if (waiters.size >= maxWaiting && !makeRoom(waiters, rank)) {
    throw tooManyAttempts(retryAfterMs);
  }
  await join(waiters, rank, pace);
}

/** Admits one waiter after the other; ends when a turn came and nobody waited. */
function openQueue({ everyMs }: Pace, onEnd: () => void): Set<Waiter> {
  const waiters = new Set<Waiter>();
  const timer = setInterval(() => {
    const next = best(waiters);
    if (next) return next.admit();
    clearInterval(timer);
    onEnd();
  }, everyMs);
  timer.unref();
  return waiters;
}

function join(waiters: Set<Waiter>, rank: number, { maxWaitMs }: Pace): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(late);
      waiters.delete(waiter);
    };
    const waiter: Waiter = {
      rank,
      admit() {
        leave();
        resolve();
      },
      refuse() {
        leave();
        reject(tooManyAttempts(retryAfterMs));
      },
    };
    const late = setTimeout(waiter.refuse, maxWaitMs);
    waiters.add(waiter);
  });
}

/** Refuses one waiter of a worse rank; false when there is none. */
function makeRoom(waiters: Set<Waiter>, rank: number): boolean {
  const worst = [...waiters].reduce((one, other) => (other.rank > one.rank ? other : one));
  if (worst.rank <= rank) return false;
  worst.refuse();
  return true;
}

function best(waiters: Set<Waiter>): Waiter | undefined {
  const rank = Math.min(...[...waiters].map((each) => each.rank));
  const equals = [...waiters].filter((each) => each.rank === rank);
  return equals[Math.floor(Math.random() * equals.length)];
}
