// Sends of one account at 200 a second, each from its request until the account's live stream says it was delivered. They go
// to the simulator's number that is delivered at once. Alone, and while another account's batch of 10,000 is taken and sent.
import { askProgram } from "../ask-program.mjs";
import { untilDrained } from "../drain.mjs";
import { messagesOf, sendBatch } from "../send-batch.mjs";
import { watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "delivered on the stream, p95 ms": { atMost: 150 },
  "accepted, p99 ms": { atMost: 30 },
  "during a batch: delivered on the stream, p95 ms": { atMost: 150 },
  "during a batch: accepted, p99 ms": { atMost: 30 },
};

const perSecond = 200;
const atOnce = "48500000008";
const batchSize = 10_000;

/** Measures single sends on the live stream, alone and beside a batch. */
export async function run(lab) {
  const all = await lab.serve("all");
  const [one, other] = await lab.accounts(2, { sessions: 1 });
  const streams = one.cookies.map((cookie) => ({ cookie, token: one.token }));
  const client = askProgram(lab.run(["bench/live-client.mjs"]));
  await client.ask(JSON.stringify({ url: all.url, streams, sends: [one.token], to: atOnce }));
  // The batch has been expanded and is on its way for about as long as the phase takes.
  const seconds = lab.plan.isQuick ? 2 : lab.plan.seconds * 2;
  await client.ask(`${perSecond} 2`);
  const measure = async () => {
    const unwatch = watchProcesses([all.pid, lab.postmasterPid()]);
    return { ...(await client.ask(`${perSecond} ${seconds}`)), ...unwatch() };
  };
  const alone = await measure();
  const body = JSON.stringify({ messages: messagesOf(batchSize) });
  const [beside] = await Promise.all([
    measure(),
    sendBatch({ url: all.url, token: other.token, body }),
  ]);
  await untilDrained(lab);
  return {
    rows: [...rowsOf("alone", alone), ...rowsOf("during a batch", beside)],
    values: {
      "delivered on the stream, p95 ms": alone.delivered.p95Ms,
      "accepted, p99 ms": alone.answers.p99Ms,
      "during a batch: delivered on the stream, p95 ms": beside.delivered.p95Ms,
      "during a batch: accepted, p99 ms": beside.answers.p99Ms,
    },
    failed: alone.missing + beside.missing,
  };
}

function rowsOf(name, { answers, delivered, refetches, cpu, cpuPostgres, rssMb }) {
  return [
    { name: `${name}: accepted`, ...answers, cpu, cpuPostgres, rssMb },
    { name: `${name}: delivered on the stream`, ...delivered, refetches },
  ];
}
