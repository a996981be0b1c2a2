// The same sends from 64 accounts in turn, beside one account of the same server and Kannel, which knows one user.
import {
  alternate,
  kannelContestants,
  kannelNotes,
  measureSends,
  ratioOf,
  warmUp,
  withRatios,
} from "../contest.mjs";
import { sendOf } from "../measure-load.mjs";

export const bars = {
  "64 accounts / Kannel": { atLeast: 0.9 },
  "64 accounts / one account": { atLeast: 0.7 },
};

/** Measures accepting the sends of many accounts. */
export async function run(lab) {
  const web = await lab.serve("web");
  const tokens = (await lab.accounts(64)).map(({ token }) => token);
  const requests = {
    "64 accounts": sendOf(web.url, tokens),
    "one account": sendOf(web.url, tokens[0]),
  };
  await warmUp(lab, requests["64 accounts"]);
  const ours = Object.entries(requests).map(([name, request]) => ({
    name,
    measure: () => measureSends(lab, [web], request),
  }));
  const { rows, failed } = await alternate([...ours, ...kannelContestants(lab)], lab.plan.rounds);
  return {
    rows: withRatios(rows, "Kannel"),
    values: {
      "64 accounts / Kannel": ratioOf(rows, "64 accounts", "Kannel"),
      "64 accounts / one account": ratioOf(rows, "64 accounts", "one account"),
    },
    failed,
    notes: kannelNotes(),
  };
}
