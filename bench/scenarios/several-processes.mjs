// Two API processes, two workers and one process with the pages on one PostgreSQL. The same sends of 64 accounts go to one
// API process and to both, in turn, while the workers deliver; then the audit is asked whether money and messages are right.

import { availableParallelism } from "node:os";
import { alternate, ratioOf, warmUp, withRatios } from "../contest.mjs";
import { untilDrained } from "../drain.mjs";
import { connections, measureLoad, sendOf } from "../measure-load.mjs";
import { watchDatabase } from "../watch-database.mjs";
import { watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "2 API processes / 1": { atLeast: 1.5 },
  "audit: violations": { atMost: 0 },
};

/** Client, PostgreSQL, two API processes and two workers. */
const neededCores = 6;

/** Measures what a second API process adds, and audits what all of them did. */
export async function run(lab) {
  const web = await lab.serve("web");
  const shared = { DATABASE_URL: lab.databaseUrl(), APP_URL: web.url };
  const apis = [await lab.serve("api", shared), await lab.serve("api", shared)];
  const workers = [await lab.serve("worker", shared), await lab.serve("worker", shared)];
  const tokens = (await lab.accounts(connections)).map(({ token }) => token);
  for (const { url } of apis) await warmUp(lab, sendOf(url, tokens));
  const all = [web, ...apis, ...workers];
  const contestants = [apis.slice(0, 1), apis].map((used) => ({
    name: used.length === 1 ? "1 API process" : "2 API processes",
    measure: () => measure(lab, { all, used, tokens }),
  }));
  const { rows, failed } = await alternate(contestants, lab.plan.rounds);
  await untilDrained(lab);
  const { breaches } = await audit(lab);
  const cores = availableParallelism();
  return {
    rows: withRatios(rows, "1 API process"),
    values: {
      "2 API processes / 1": ratioOf(rows, "2 API processes", "1 API process"),
      "audit: violations": breaches,
    },
    skipped:
      cores < neededCores ? { "2 API processes / 1": `${cores} cores, ${neededCores} needed` } : {},
    failed,
  };
}

/** All connections go to the processes in equal parts; each round begins with nothing left to deliver. */
async function measure(lab, { all, used, tokens }) {
  await untilDrained(lab);
  const counted = await watchDatabase(lab);
  const unwatch = watchProcesses([...all.map(({ pid }) => pid), lab.postmasterPid()]);
  const of = connections / used.length;
  const { seconds } = lab.plan;
  const loads = await Promise.all(
    used.map(({ url }) => measureLoad(sendOf(url, tokens), { seconds, folder: lab.folder, of })),
  );
  const sum = (key) => loads.reduce((total, load) => total + load[key], 0);
  const most = (key) => Math.max(...loads.map((load) => load[key]));
  return {
    perSecond: sum("perSecond"),
    p50Ms: most("p50Ms"),
    p95Ms: most("p95Ms"),
    p99Ms: most("p99Ms"),
    failed: sum("failed"),
    ...unwatch(),
    ...(await counted(sum("responses"))),
  };
}

/** The command ends with 1 when something is wrong, and says what all the same. */
async function audit(lab) {
  const program = lab.run(["scripts/cli.mjs", "audit", "--json"]);
  const text = await program.output({ codes: [0, 1] });
  return JSON.parse(text);
}
