import { decodingScope } from "../core/decoding";
import { log } from "../core/log";

const maxLineLength = 300;

/**
 * What Next prints goes to the server log: a failure with its stack, all else as one short line. About a request that
 * could not be decoded nothing is written: anybody can send those.
 */
export function logNextOutput(): void {
  const write = (level: "warn" | "error", said: unknown[]) => {
    if (decodingScope().getStore()?.isDone === false) return;
    const err = said.find((each) => each instanceof Error);
    if (err && level === "error") log().error({ err }, "a page failed");
    else log().warn({ output: said.map(String).join(" ").slice(0, maxLineLength) }, "Next");
  };
  Object.assign(console, {
    warn: (...said: unknown[]) => write("warn", said),
    error: (...said: unknown[]) => write("error", said),
  });
}
