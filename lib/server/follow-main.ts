import { existsSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { pagesSocket } from "../core/env";

/**
 * Ties a process to the main process that started it: it ends with that, even by `kill -9`, and runs `end` when that says
 * so, with the time it has. Signals it ignores, since a terminal sends them to all.
 */
export function followMain(end: (withinMs: number) => void): void {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
  process.on("disconnect", endNow);
  process.on("message", (message: { endWithinMs?: number }) => {
    if (message?.endWithinMs !== undefined) end(message.endWithinMs);
  });
  // The main process may have been gone before anybody listened here.
  if (!process.connected) endNow();
}

/** Nobody is left to ask for a page, or to remove the socket. An orderly exit would take its time on a busy machine. */
function endNow(): void {
  const socket = pagesSocket();
  if (socket !== undefined && process.platform !== "win32") {
    rmSync(socket, { force: true });
    if (existsSync(dirname(socket))) rmdirSync(dirname(socket));
  }
  process.kill(process.pid, "SIGKILL");
}
