import { existsSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { pagesSocket } from "../core/env";

/**
 * Ties the process of the pages to its main process: it ends with that, even by `kill -9`, and runs `end` when that says
 * so. Signals it ignores, since a terminal sends them to both.
 */
export function followMain(end: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
  process.on("exit", removeSocket);
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message) => {
    if (message === "end") end();
  });
  // The main process may have been gone before anybody listened here.
  if (!process.connected) process.exit(0);
}

/** The main process does the same, unless it was killed. */
function removeSocket(): void {
  const socket = pagesSocket();
  if (socket === undefined || process.platform === "win32") return;
  rmSync(socket, { force: true });
  if (existsSync(dirname(socket))) rmdirSync(dirname(socket));
}
