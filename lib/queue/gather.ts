interface GatherOptions<Item, Outcome> {
  /** Most items that go to `run` at once. */
  maxBatch: number;
  /** Items of one lane never run side by side; lanes do. */
  laneOf(item: Item): string;
  /** Answers every item in order; an Error in a place rejects that caller alone. */
  run(lane: string, items: Item[]): Promise<(Outcome | Error)[]>;
}

interface Waiting<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Group commit: what arrives while a lane's last batch is under way becomes its next batch. A lone
 * caller waits for nobody. Returns the function to call with one item. A failing `run` rejects its batch.
 */
export function gather<Item, Outcome>(
  options: GatherOptions<Item, Outcome>,
): (item: Item) => Promise<Outcome> {
  const lanes = new Map<string, Waiting<Item, Outcome>[]>();

  async function drain(lane: string, waiting: Waiting<Item, Outcome>[]): Promise<void> {
    while (waiting.length > 0) await settle(lane, waiting.splice(0, options.maxBatch));
    lanes.delete(lane);
  }

  async function settle(lane: string, batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await options.run(
        lane,
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
      const lane = options.laneOf(item);
      const waiting = lanes.get(lane);
      if (waiting) {
        waiting.push({ item, resolve, reject });
        return;
      }
      const fresh = [{ item, resolve, reject }];
      lanes.set(lane, fresh);
      void drain(lane, fresh);
    });
}
