/** The items of one key in a batch. */
export interface Part<Item> {
  key: string;
  items: Item[];
}

/** The outcomes of a part's items, in order. A promise for them keeps their key busy, but not the batch. */
export type PartOutcome<Outcome> = (Outcome | Error)[] | Promise<(Outcome | Error)[]>;

interface SharedBatchOptions<Item, Outcome> {
  /** Most batches under way at the same moment. */
  concurrency: number;
  /** Most items that go to `run` at once. */
  maxBatch: number;
  /** Items of one key never run side by side, and stay in order. */
  keyOf(item: Item): string;
  /** Answers every part, in order; an Error in a place of its outcomes rejects that caller alone. */
  run(parts: Part<Item>[]): Promise<PartOutcome<Outcome>[]>;
}

interface Waiting<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Group commit over many keys: what arrives in one turn of the event loop, or while as many batches as may are under way,
 * becomes the next batch. Keys take turns, each with an equal share of a batch before any gets more. Returns the function to call
 * with one item. A failing `run` rejects its batch.
 */
export function sharedBatch<Item, Outcome>(
  options: SharedBatchOptions<Item, Outcome>,
): (item: Item) => Promise<Outcome> {
  /** By key, in the order of their turns. */
  const queues = new Map<string, Waiting<Item, Outcome>[]>();
  const busy = new Set<string>();
  const state = { running: 0, isScheduled: false };

  function schedule(): void {
    if (state.isScheduled || state.running >= options.concurrency || queues.size === 0) return;
    state.isScheduled = true;
    // Requests that the same turn of the event loop reads go together.
    setImmediate(() => {
      state.isScheduled = false;
      const batch = takeBatch(queues, busy, options.maxBatch);
      if (batch.length === 0) return;
      void runBatch(batch);
      schedule();
    });
  }

  async function runBatch(batch: [string, Waiting<Item, Outcome>[]][]): Promise<void> {
    state.running += 1;
    const parts = batch.map(([key, waiting]) => ({ key, items: waiting.map(({ item }) => item) }));
    const outcomes = await outcomesOf(parts);
    state.running -= 1;
    for (const [place, [key, waiting]] of batch.entries()) {
      void endPart(key, waiting, outcomes[place] ?? []);
    }
    schedule();
  }

  async function outcomesOf(parts: Part<Item>[]): Promise<PartOutcome<Outcome>[]> {
    try {
      return await options.run(parts);
    } catch (error) {
      return parts.map(() => Promise.reject(error));
    }
  }

  async function endPart(
    key: string,
    waiting: Waiting<Item, Outcome>[],
    outcome: PartOutcome<Outcome>,
  ): Promise<void> {
    try {
      const outcomes = await outcome;
      for (const [position, { resolve, reject }] of waiting.entries()) {
        const each = outcomes[position];
        if (each instanceof Error) reject(each);
        else resolve(each as Outcome);
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
    busy.delete(key);
    schedule();
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const key = options.keyOf(item);
      const waiting = queues.get(key);
      if (waiting) waiting.push({ item, resolve, reject });
      else queues.set(key, [{ item, resolve, reject }]);
      schedule();
    });
}

/** Takes the next batch out of the queues: of each key that is not busy its share, then more while there is room. */
function takeBatch<Each>(
  queues: Map<string, Each[]>,
  busy: Set<string>,
  maxBatch: number,
): [string, Each[]][] {
  const ready = [...queues].filter(([key]) => !busy.has(key)).slice(0, maxBatch);
  const share = Math.floor(maxBatch / Math.max(1, ready.length));
  const sure = ready.reduce((sum, [, waiting]) => sum + Math.min(share, waiting.length), 0);
  const room = { left: maxBatch - sure };
  return ready.map(([key, waiting]) => {
    const more = Math.min(room.left, Math.max(0, waiting.length - share));
    room.left -= more;
    const taken = waiting.splice(0, share + more);
    busy.add(key);
    queues.delete(key);
    // What is left of it has its next turn after everybody else's.
    if (waiting.length > 0) queues.set(key, waiting);
    return [key, taken];
  });
}
