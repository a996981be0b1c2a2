import { log } from "../core/log";
import { routeConsole } from "../core/route-console";
import { exitProcess } from "./exit-process";

/**
 * Logs what nobody caught, the first thing a process does: an exception ends it, unless it is known to be harmless, a
 * rejection does not.
 */
export function guardProcess(isHarmless: (error: Error) => boolean = () => false): void {
  process.on("unhandledRejection", (error) => log().error({ err: error }, "unhandled rejection"));
  process.on("uncaughtException", (error) => {
    if (isHarmless(error)) return void log().debug({ err: error }, "a harmless exception");
    log().fatal({ err: error }, "uncaught exception");
    void exitProcess(1);
  });
  // Neither a full disk nor a reader that went away is a reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  routeConsole();
}
