import { setImmediate as nextTurn } from "node:timers/promises";

/** How long work goes on before everything else has a turn. */
const turnMs = 8;

/** Does work on many things without keeping the event loop from anything else for longer than a few milliseconds. */
export function turns() {
  let sinceMs = performance.now();
  return {
    async map<Item, Result>(items: readonly Item[], work: (item: Item) => Result) {
      const results: Result[] = [];
      // What came before it was awaited, which was a turn for others.
      sinceMs = performance.now();
      for (const item of items) {
        results.push(work(item));
        if (performance.now() - sinceMs < turnMs) continue;
        await nextTurn();
        sinceMs = performance.now();
      }
      return results;
    },
  };
}
