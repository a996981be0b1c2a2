import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Whether somebody sits at the terminal who could answer. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** Asks a question at the terminal; what is typed for a secret is not shown. */
export async function ask(question: string, { isSecret = false } = {}): Promise<string> {
  let isMuted = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!isMuted) process.stdout.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const answer = terminal.question(`${question}: `);
    isMuted = isSecret;
    return (await answer).trim();
  } finally {
    terminal.close();
    if (isSecret) process.stdout.write("\n");
  }
}
