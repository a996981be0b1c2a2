import { createInterface } from "node:readline";

const limitMs = 600_000;

/** Talks with a program of the lab by lines: `ask(words)` writes one, `next()` waits for one of JSON. Throws after ten minutes. */
export function askProgram({ child }) {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const late = new Promise((_, reject) => {
      setTimeout(
        () => reject(new Error("a program of the benchmark does not respond")),
        limitMs,
      ).unref();
    });
    const { value, done } = await Promise.race([lines.next(), late]);
    if (done) throw new Error("a program of the benchmark ended");
    return JSON.parse(value);
  };
  return {
    next,
    ask(words) {
      child.stdin.write(`${words}\n`);
      return next();
    },
  };
}
