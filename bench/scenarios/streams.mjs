// 500 open live streams, 40 at most of an account, while 100 messages a second change over all of these accounts: how long
// after a message has ended each stream of its account is told, and what the streams cost in memory.
import { askProgram } from "../ask-program.mjs";
import { rssMbOf, watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "end of a message → client, p95 ms": { atMost: 300 },
  "RSS of 500 streams, MB": { atMost: 100 },
};

const streams = 500;
const perAccount = 40;
const perSession = 8;
const perSecond = 100;
const atOnce = "48500000008";

/** Measures what many open streams cost, and how soon they are told. */
export async function run(lab) {
  const all = await lab.serve("all");
  const accounts = await lab.accounts(Math.ceil(streams / perAccount), {
    sessions: perAccount / perSession,
  });
  const open = accounts.flatMap(({ token, cookies }) =>
    cookies.flatMap((cookie) => Array(perSession).fill({ cookie, token })),
  );
  const job = { url: all.url, sends: accounts.map(({ token }) => token), to: atOnce };
  const seconds = lab.plan.isQuick ? 3 : lab.plan.seconds * 4;
  // The same sends beside one stream come first: what they cost is no stream's.
  const without = await measure(lab, all, { job: { ...job, streams: open.slice(0, 1) }, seconds });
  const beforeMb = rssMbOf([all.pid]);
  const measured = await measure(lab, all, {
    job: { ...job, streams: open.slice(0, streams) },
    seconds,
  });
  const { lags, told, rssMb } = measured;
  return {
    rows: [
      { name: "one stream", ...without.lags, told: without.told, ...usageOf(without) },
      { name: `${streams} streams`, ...lags, told, ...usageOf(measured) },
    ],
    values: {
      "end of a message → client, p95 ms": lags.p95Ms ?? Number.NaN,
      "RSS of 500 streams, MB": rssMb - beforeMb,
    },
    failed: measured.missing,
  };
}

async function measure(lab, all, { job, seconds }) {
  const program = lab.run(["bench/live-client.mjs"]);
  const client = askProgram(program);
  await client.ask(JSON.stringify(job));
  const unwatch = watchProcesses([all.pid, lab.postmasterPid()]);
  const told = await client.ask(`${perSecond} ${seconds}`);
  const usage = unwatch();
  await program.stop();
  return { ...told, ...usage };
}

function usageOf({ cpu, cpuPostgres, rssMb }) {
  return { cpu, cpuPostgres, rssMb };
}
