/**
 * One instance per process for the few modules whose promise needs it although Next loads them twice: its bundle runs
 * pages and actions in one runtime, and route handlers in another (docs/decisions/pages-run-in-a-separate-process.md).
 * `npm run check` knows which modules may; all others keep their state in a `const` or in `once`.
 */
export function processWide<T>(name: string, make: () => T): T {
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`depesza.${name}`);
  registry[key] ??= make();
  return registry[key];
}
