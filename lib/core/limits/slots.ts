interface Bounds {
  /** Most places one key holds at once. */
  perKey: number;
  /** Most places held at once, whoever holds them. */
  total: number;
  /** Most callers that wait, of one key and in all; more are refused immediately. */
  waitingPerKey: number;
  waitingTotal: number;
}

/** Gives a place back; a second call does nothing. */
export type Release = () => void;

export interface Slots {
  /** Resolves to a place for `key`, or to undefined when none became free within `maxWaitMs`. */
  acquire(key: string, maxWaitMs: number): Promise<Release | undefined>;
  /** Does the work in a place for `key` and gives it back; throws what `refuse` makes when none became free. */
  run<T>(key: string, wait: Waiting, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  maxWaitMs: number;
  refuse(): Error;
}

interface Waiter {
  key: string;
  admit(release: Release | undefined): void;
}

/**
 * A bounded number of places to work in, for each key and in all. Callers wait in order, but nobody waits
 * behind a key that has all its own places taken.
 */
export function slots({ perKey, total, waitingPerKey, waitingTotal }: Bounds): Slots {
  const held = new Map<string, number>();
  const waiting = new Set<Waiter>();
  let allHeld = 0;

  const isFree = (key: string) => allHeld < total && (held.get(key) ?? 0) < perKey;

  function occupy(key: string): Release {
    allHeld += 1;
    held.set(key, (held.get(key) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      vacate(key);
    };
  }

  function vacate(key: string): void {
    allHeld -= 1;
    const left = (held.get(key) ?? 1) - 1;
    if (left > 0) held.set(key, left);
    else held.delete(key);
    for (const next of waiting) if (isFree(next.key)) next.admit(occupy(next.key));
  }

  function mayWait(key: string): boolean {
    const ofKey = [...waiting].filter((waiter) => waiter.key === key).length;
    return waiting.size < waitingTotal && ofKey < waitingPerKey;
  }

  function wait(key: string, maxWaitMs: number): Promise<Release | undefined> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        key,
        admit(release) {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(release);
        },
      };
      const timer = setTimeout(() => waiter.admit(undefined), maxWaitMs);
      waiting.add(waiter);
    });
  }

  async function acquire(key: string, maxWaitMs: number): Promise<Release | undefined> {
    if (isFree(key)) return occupy(key);
    return maxWaitMs > 0 && mayWait(key) ? wait(key, maxWaitMs) : undefined;
  }

  async function run<T>(
    key: string,
    { maxWaitMs, refuse }: Waiting,
    work: () => Promise<T>,
  ): Promise<T> {
    const release = await acquire(key, maxWaitMs);
    if (!release) throw refuse();
    try {
      return await work();
    } finally {
      release();
    }
  }

  return { acquire, run };
}
