// What the list of API requests costs those that accept: the same sends to two processes on one database, of which one has
// REQUEST_LOG=off. One account fills its part of each second, 64 fill what a process records of all.
import { alternate, measureSends, warmUp } from "../contest.mjs";
import { sendOf } from "../measure-load.mjs";
import { median } from "../percentiles.mjs";

const accounts = { "one account": 1, "64 accounts": 64 };
const nameOf = (who) => `${who}, with / off`;

export const bars = Object.fromEntries(
  Object.keys(accounts).map((who) => [nameOf(who), { atLeast: 0.97 }]),
);

/** Measures accepting with and without the list. */
export async function run(lab) {
  const owner = await lab.serve("api");
  const shared = { DATABASE_URL: lab.databaseUrl() };
  const servers = {
    with: await lab.serve("api", shared),
    off: await lab.serve("api", { ...shared, REQUEST_LOG: "off" }),
  };
  const tokens = (await lab.accounts(64)).map(({ token }) => token);
  const measured = { [nameOf("one account")]: {}, [nameOf("64 accounts")]: {} };
  const contestants = [];
  for (const [who, count] of Object.entries(accounts)) {
    for (const [which, server] of Object.entries(servers)) {
      const request = sendOf(server.url, tokens.slice(0, count));
      await warmUp(lab, request);
      const each = [];
      measured[nameOf(who)][which] = each;
      const measure = async () => {
        const load = await measureSends(lab, [server, owner], request);
        each.push(load.perSecond);
        return load;
      };
      contestants.push({ name: `${who}, ${which}`, measure });
    }
  }
  const { rows, failed } = await alternate(contestants, lab.plan.rounds);
  const values = Object.fromEntries(
    Object.entries(measured).map(([name, pair]) => [name, medianRatio(pair)]),
  );
  return { rows, values, failed };
}

/** Of neighbours in time: a machine that slows down during the run does so for both of a pair. */
function medianRatio({ with: ones, off: others }) {
  return median(ones.map((one, round) => one / others[round]));
}
