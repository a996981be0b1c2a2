/**
 * One instance per process, whoever asks. The front door and Next's server bundle each load their own
 * copy of our modules; pools, gathered batches and limits must nevertheless be shared between them.
 */
export function processWide<T>(name: string, make: () => T): T {
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`depesza.${name}`);
  registry[key] ??= make();
  return registry[key];
}
