import { pino } from "pino";
import { env } from "./env";
import { processWide } from "./process-wide";

/** The server log: JSON lines on standard error, so that standard output stays for people and pipes. */
export function log() {
  return processWide("log", () =>
    pino(
      {
        level: env().LOG_LEVEL,
        base: null,
        redact: ["authorization", "*.authorization", "*.body", "*.password"],
      },
      process.stderr,
    ),
  );
}
