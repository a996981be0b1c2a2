import { untilLogged } from "../core/log";

/** Ends the process with its last words written. A write that hangs would hold up an orderly end for ever. */
export async function exitProcess(code: number): Promise<void> {
  if (await untilLogged()) process.exit(code);
  process.kill(process.pid, "SIGKILL");
}
