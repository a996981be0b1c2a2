import { parseText } from "./parse-text";

/** The variables of a text, each once in the order they come; required where one place has no fallback. */
export function variablesOf(body: string): { name: string; required: boolean }[] {
  const required = new Map<string, boolean>();
  for (const part of parseText(body) ?? []) {
    if (typeof part === "string") continue;
    required.set(part.name, (required.get(part.name) ?? false) || part.fallback === null);
  }
  return [...required].map(([name, isRequired]) => ({ name, required: isRequired }));
}
