// Single sends of one account to what `npm start` runs here: ROLE=all, whose worker hands them to the simulator meanwhile.
// Kannel takes turns with it and delivers to its fake SMSC meanwhile. Ours is drained before Kannel's turn.
import {
  alternate,
  kannelContestants,
  kannelNotes,
  measureSends,
  ratioOf,
  warmUp,
  withRatios,
} from "../contest.mjs";
import { untilDrained } from "../drain.mjs";
import { sendOf } from "../measure-load.mjs";

export const bars = { "as shipped / Kannel": { atLeast: 0.7 } };

const baseline = "Kannel";

/** Measures accepting while the same installation delivers. */
export async function run(lab) {
  const all = await lab.serve("all", { PROCESSES: "" });
  const [{ token }] = await lab.accounts(1);
  const request = sendOf(all.url, token);
  await warmUp(lab, request);
  await untilDrained(lab);
  const measure = async () => {
    const measured = await measureSends(lab, [all], request);
    await untilDrained(lab);
    return measured;
  };
  const contestants = [{ name: "as shipped", measure }, ...kannelContestants(lab)];
  const { rows, failed } = await alternate(contestants, lab.plan.rounds);
  return {
    rows: withRatios(rows, baseline),
    values: { "as shipped / Kannel": ratioOf(rows, "as shipped", baseline) },
    failed,
    notes: kannelNotes(),
  };
}
