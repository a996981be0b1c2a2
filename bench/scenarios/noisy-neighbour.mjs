// Another account's sends at 20 a second beside one account that asks for too much: live streams, exports that it never
// reads, the longest batches. With the limits that an installation has. p95 of an answer, alone before and after, and beside.
import { fillLog } from "../fill-log.mjs";
import { measureNoisyNeighbour } from "../measure-noisy-neighbour.mjs";

const kinds = ["streams", "exports", "batches"];

export const bars = Object.fromEntries(
  kinds.map((kind) => [`next to ${kind} / alone, p95`, { atMost: 3 }]),
);

/** Empty is unset: as an installation has them. */
const defaultLimits = {
  RATE_LIMIT_BURST: "",
  RATE_LIMIT_SUSTAINED: "",
  RATE_LIMIT_MESSAGES: "",
  RATE_LIMIT_TEST_MESSAGES: "",
};

/** Measures a quiet account beside a noisy one. */
export async function run(lab) {
  const { url } = await lab.serve("all", defaultLimits);
  const [quiet, loud] = await lab.accounts(2, { sessions: 1 });
  // So that its exports are long.
  await fillLog(lab, loud.id, lab.plan.isQuick ? 10_000 : 100_000);
  const noisy = { ...loud, cookie: loud.cookies[0] };
  const { seconds } = lab.plan;
  const results = await measureNoisyNeighbour({ url, token: quiet.token, noisy, seconds });
  const rows = results.flatMap(({ kind, aloneMs, besideMs, statuses }) => [
    { name: "alone", p95Ms: aloneMs[0] },
    { name: `next to ${kind}`, p95Ms: besideMs, "the noise got": statuses },
    { name: "alone again", p95Ms: aloneMs[1] },
  ]);
  const values = results.map(({ kind, aloneMs: [before, after], besideMs }) => [
    `next to ${kind} / alone, p95`,
    (besideMs * 2) / (before + after),
  ]);
  return { rows, values: Object.fromEntries(values) };
}
