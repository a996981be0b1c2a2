import { pause } from "./open-lab.mjs";

const lookMs = 100;
const maxMs = 900_000;
const open = "('scheduled', 'queued', 'sending', 'sent', 'unknown')";

/** Waits until every message has ended. Throws after 15 minutes. */
export async function untilDrained(lab) {
  await until(async () => {
    const [{ is_open: isOpen }] = await lab.sql(
      `select exists (select from messages where status in ${open}) as is_open`,
    );
    return !isOpen;
  }, "every message is final");
}

/** Asks again and again until the answer is truthy, and resolves to it. Throws after 15 minutes. */
export async function until(look, what) {
  const endMs = performance.now() + maxMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > endMs) throw new Error(`Waited too long until ${what}.`);
    await pause(lookMs);
  }
}
