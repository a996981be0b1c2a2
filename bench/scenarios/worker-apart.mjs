// Single sends of one account while a worker delivers them, with the API and the worker in one process, with a process for
// each, and with two for the API: which of these is faster here. They take turns on one PostgreSQL and are started anew
// for each.
import { availableParallelism } from "node:os";
import { alternate, measureSends, ratioOf, warmUp, withRatios } from "../contest.mjs";
import { untilDrained } from "../drain.mjs";
import { sendOf } from "../measure-load.mjs";

const together = "one process";
const several = "two for the API, worker apart";
const verdict = `${several} / ${together}`;

export const bars = { [verdict]: { atLeast: 1.2 } };

/** Client, PostgreSQL, pages, worker, and two API processes. */
const neededCores = 6;

/** Measures accepting while the same processes deliver. */
export async function run(lab) {
  const owner = await lab.serve("api");
  const [{ token }] = await lab.accounts(1);
  const shared = { DATABASE_URL: lab.databaseUrl() };
  const startTogether = async () => [await lab.serve("all", shared)];
  const startApart = async () => {
    const web = await lab.serve("web", shared);
    return [web, await lab.serve("worker", { ...shared, APP_URL: web.url })];
  };
  const startSeveral = async () => [await lab.serve("all", { ...shared, PROCESSES: "2" })];
  const contestants = Object.entries({
    [together]: startTogether,
    "worker apart": startApart,
    [several]: startSeveral,
  }).map(([name, start]) => ({ name, measure: () => measure(lab, { owner, start, token }) }));
  const cores = availableParallelism();
  const { rows, failed } = await alternate(contestants, lab.plan.rounds);
  return {
    rows: withRatios(rows, together),
    values: Object.fromEntries(
      rows.slice(1).map(({ name }) => [`${name} / ${together}`, ratioOf(rows, name, together)]),
    ),
    skipped: cores < neededCores ? { [verdict]: `${cores} cores, ${neededCores} needed` } : {},
    failed,
  };
}

/** Of processes that are stopped afterwards, when nothing is left to deliver. */
async function measure(lab, { owner, start, token }) {
  const servers = await start();
  const request = sendOf(servers[0].url, token);
  await warmUp(lab, request);
  const measured = await measureSends(lab, [...servers, owner], request);
  await untilDrained(lab);
  for (const server of servers) await server.stop();
  return measured;
}
