// Batches of 1,000 and of 10,000 messages, one after the other from one client, beside rows of the same width that one
// `unnest` inserts into a plain table of the same database, in turn.
import { alternate, ratioOf } from "../contest.mjs";
import { percentilesOf } from "../percentiles.mjs";
import { createRawTable, insertRaw, rawRows } from "../raw-insert.mjs";
import { messagesOf, sendBatch } from "../send-batch.mjs";
import { watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "messages/s, batches of 1000": { atLeast: 20_000 },
  "messages/s, batches of 10000": { atLeast: 20_000 },
  "batches of 1000 / unnest": { atLeast: 0.35 },
  "batches of 10000 / unnest": { atLeast: 0.35 },
};

const sizes = [1000, 10_000];

/** Measures batches of each size beside the plain insert. */
export async function run(lab) {
  const web = await lab.serve("web");
  const [{ token }] = await lab.accounts(1);
  await createRawTable(lab);
  const contestants = sizes.flatMap((size) => [
    {
      name: `batches of ${size}`,
      measure: () =>
        measure(lab, web, {
          size,
          prepare: JSON.stringify,
          send: (body) => sendBatch({ url: web.url, token, body }),
        }),
    },
    {
      name: `unnest of ${size}`,
      measure: () =>
        measure(lab, web, {
          size,
          prepare: ({ messages }) => rawRows(messages),
          send: (rows) => insertRaw(lab, rows),
        }),
    },
  ]);
  await alternate(contestants, 1);
  const { rows } = await alternate(contestants, lab.plan.rounds);
  const values = {};
  for (const size of sizes) {
    values[`messages/s, batches of ${size}`] = rows.find(
      ({ name }) => name === `batches of ${size}`,
    ).perSecond;
    values[`batches of ${size} / unnest`] = ratioOf(
      rows,
      `batches of ${size}`,
      `unnest of ${size}`,
    );
  }
  return { rows, values };
}

/** The time that making a batch takes does not count. */
async function measure(lab, web, { size, prepare, send }) {
  const unwatch = watchProcesses([web.pid, lab.postmasterPid()]);
  const timesMs = [];
  let spentMs = 0;
  while (spentMs < lab.plan.seconds * 1000) {
    const batch = prepare({ messages: messagesOf(size) });
    const startedMs = performance.now();
    await send(batch);
    timesMs.push(performance.now() - startedMs);
    spentMs += timesMs.at(-1);
  }
  const perSecond = Math.round((timesMs.length * size * 1000) / spentMs);
  return { perSecond, ...percentilesOf(timesMs), ...unwatch() };
}
