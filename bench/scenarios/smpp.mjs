// Messages with their receipts over SMPP, window 50, by our carrier and by the bare package in turn, to one SMSC here. The
// best round of each counts.
import { root } from "../../scripts/root.mjs";
import { measureSmpp } from "../measure-smpp.mjs";

export const bars = { "our carrier / the bare package": { atLeast: 0.5 } };

/** Measures handing messages over by SMPP. */
export async function run(lab) {
  const { isQuick } = lab.plan;
  const asked = isQuick ? { rounds: 1, count: 1000 } : {};
  const { ours, bare } = await measureSmpp({ root, env: lab.settings, ...asked });
  return {
    rows: [
      { name: "our carrier", perSecond: ours },
      { name: "the bare package", perSecond: bare },
    ],
    values: { "our carrier / the bare package": ours / bare },
  };
}
