import { setImmediate } from "node:timers/promises";

interface MicroBatchOptions<Item, Outcome> {
  /** Most items that go to `run` at once. */
  maxBatch: number;
  /** Items of one key never run side by side; queues do. */
  keyOf(item: Item): string;
  /** Answers every item in order; an Error in a place rejects that caller alone. */
  run(key: string, items: Item[]): Promise<(Outcome | Error)[]>;
}

interface Waiting<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Group commit: what arrives in one turn of the event loop, or while a key's last batch is under way, becomes its next
 * batch. Nobody waits longer for others. Returns the function to call with one item. A failing `run` rejects its batch.
 */
export function microBatch<Item, Outcome>(
  options: MicroBatchOptions<Item, Outcome>,
): (item: Item) => Promise<Outcome> {
  const queues = new Map<string, Waiting<Item, Outcome>[]>();

  async function drain(key: string, waiting: Waiting<Item, Outcome>[]): Promise<void> {
    while (waiting.length > 0) {
      // Requests that the same turn of the event loop reads go together.
      await setImmediate();
      await flush(key, waiting.splice(0, options.maxBatch));
    }
    queues.delete(key);
  }

  async function flush(key: string, batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await options.run(
        key,
        batch.map(({ item }) => item),
      );
      for (const [position, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[position];
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome as Outcome);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const key = options.keyOf(item);
      const waiting = queues.get(key);
      if (waiting) {
        waiting.push({ item, resolve, reject });
        return;
      }
      const fresh = [{ item, resolve, reject }];
      queues.set(key, fresh);
      void drain(key, fresh);
    });
}
