import { pino } from "pino";
import { boundLine, safeFields } from "./_log-fields";
import { LogWriter } from "./_log-writer";
import { env } from "./env";
import { once } from "./once";

/**
 * The server log: JSON lines of at most 4 KB on standard error, so that standard output stays for people and pipes. Errors
 * are summarized (`summarizeError`) and objects never spelled out, so no field of a customer's gets in with them.
 */
export const log = once(() =>
  pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      formatters: { log: safeFields },
      hooks: {
        streamWrite: boundLine,
        // Without words of its own a line would get those of its error.
        logMethod([first, ...rest], method) {
          const fields = first instanceof Error ? { err: first } : first;
          const words = typeof first === "object" && rest.length === 0 ? ["an error"] : rest;
          method.apply(this, [fields, ...words] as Parameters<typeof method>);
        },
      },
    },
    writer(),
  ),
);

/** Waits until every line is written, at most half a second. False when a write hangs; it would keep the process from ending. */
export function untilLogged(): Promise<boolean> {
  return writer().untilWritten(500);
}

const writer = once(() => new LogWriter(process.stderr.fd));
