// Single sends of one account, accepted only: ROLE=web, no worker, unique texts, 64 connections. Kannel takes turns with
// it and delivers to its fake SMSC.
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

export const bars = { "one account / Kannel": { atLeast: 1.2 } };

/** Measures accepting one account's sends. */
export async function run(lab) {
  const web = await lab.serve("web");
  const [{ token }] = await lab.accounts(1);
  const request = sendOf(web.url, token);
  await warmUp(lab, request);
  const ours = { name: "one account", measure: () => measureSends(lab, [web], request) };
  const { rows, failed } = await alternate([ours, ...kannelContestants(lab)], lab.plan.rounds);
  return {
    rows: withRatios(rows, "Kannel"),
    values: { "one account / Kannel": ratioOf(rows, "one account", "Kannel") },
    failed,
    notes: kannelNotes(),
  };
}
