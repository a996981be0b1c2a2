/** How `renderText` reads these values: only what is their own, so that a variable named `constructor` is none. */
export function valuesOf(
  values: Readonly<Record<string, string>>,
): (name: string) => string | undefined {
  return (name) => (Object.hasOwn(values, name) ? values[name] : undefined);
}
