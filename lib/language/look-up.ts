/** A table's own entry under a key from outside; never what every object inherits, such as `constructor`. */
export function lookUp<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
