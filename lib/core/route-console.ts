import { decodingScope } from "./decoding";
import { isProduction } from "./env";
import { log } from "./log";

/**
 * Sends what libraries print, Next above all, through the log: `console.error` would spell out an error with the
 * parameters of its query. About a request that could not be decoded nothing is written: anybody can send those.
 * Does nothing while developing, where the terminal is the developer's own.
 */
export function routeConsole(): void {
  if (!isProduction()) return;
  Object.assign(globalThis.console, {
    error: (...words: unknown[]) => record("error", words),
    warn: (...words: unknown[]) => record("warn", words),
  });
}

function record(level: "error" | "warn", words: unknown[]): void {
  if (decodingScope().getStore()?.isDone === false) return;
  log()[level](fieldsOf(words), "printed by a library");
}

function fieldsOf(words: unknown[]): { text?: string; err?: unknown } {
  const text = words.find((word) => typeof word === "string" && /[a-z]{3}/i.test(word));
  const err = words.find((word) => typeof word === "object" && word !== null);
  return {
    ...(typeof text === "string" ? { text: withoutValues(text) } : {}),
    ...(err === undefined ? {} : { err }),
  };
}

/** The words of a sentence before anything that may be a value: a quotation, a path, a number, what follows a colon. */
function withoutValues(text: string): string {
  return /^[^\w]*((?:[A-Za-z][A-Za-z.()-]{0,20}(?:[ ,]+|$)){0,12})/.exec(text)?.[1]?.trim() ?? "";
}
