import { untilLogged } from "../core/log";
import { flushSpans } from "../traces/flush-spans";

/** Ends the process with its last words written. A write that hangs would hold up an orderly end for ever. */
export async function exitProcess(code: number): Promise<void> {
  await flushSpans();
  if (await untilLogged()) process.exit(code);
  process.kill(process.pid, "SIGKILL");
}
