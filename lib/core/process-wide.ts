/**
 * One instance per process for the few modules whose promise needs it although Next loads them twice: its bundle runs
 * pages and actions in one runtime, and route handlers in another (docs/decisions/pages-run-in-a-separate-process.md).
 * `npm run check` knows which modules may; all others keep their state in a `const` or in `once`.
 */
export function processWide<T>(name: string, make: () => T): T {
  const [registry, key] = placeOf<T>(name);
  registry[key] ??= make();
  return registry[key];
}

/** The same for a program that must not load the module that makes it: undefined until that has. */
export function knownProcessWide<T>(name: string): T | undefined {
  const [registry, key] = placeOf<T>(name);
  return registry[key];
}

function placeOf<T>(name: string): [registry: Record<symbol, T | undefined>, key: symbol] {
  return [globalThis as unknown as Record<symbol, T | undefined>, Symbol.for(`depesza.${name}`)];
}
