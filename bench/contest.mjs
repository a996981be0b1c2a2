// Contestants that take turns under the same load, so that a machine which slows down meanwhile does so for all.
import { startKannel, whyNoKannel } from "./kannel.mjs";
import { measureLoad } from "./measure-load.mjs";
import { median } from "./percentiles.mjs";
import { watchDatabase } from "./watch-database.mjs";
import { watchProcesses } from "./watch-processes.mjs";

const warmUpSeconds = 1;

/**
 * Lets contestants, `{ name, measure }`, take turns for so many rounds. Resolves to a row each, with the median of each
 * figure, and to the sum of the requests that failed.
 */
export async function alternate(contestants, rounds) {
  const results = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, { measure }] of contestants.entries()) results[place].push(await measure());
  }
  const rows = contestants.map(({ name }, place) => ({
    name,
    ...mediansOf(results[place]),
    ...(rounds > 1 && { rounds: rangeOf(results[place]) }),
  }));
  const failed = results.flat().reduce((sum, each) => sum + (each.failed ?? 0), 0);
  return { rows, failed };
}

/** Sends to processes of the product: the load's figures, theirs, and the database's a message. */
export async function measureSends(lab, servers, request) {
  const counted = await watchDatabase(lab);
  const unwatch = watchProcesses([...servers.map(({ pid }) => pid), lab.postmasterPid()]);
  const load = await measureLoad(request, { seconds: lab.plan.seconds, folder: lab.folder });
  return { ...load, ...unwatch(), ...(await counted(load.responses)) };
}

/** The same load for seconds that nobody measures. */
export async function warmUp(lab, request) {
  await measureLoad(request, { seconds: warmUpSeconds, folder: lab.folder });
}

/** Kannel as a contestant, anew with an empty spool in each round; none where it is not installed. */
export function kannelContestants(lab) {
  if (whyNoKannel()) return [];
  const measure = async () => {
    const kannel = await startKannel(lab);
    try {
      await warmUp(lab, kannel.request);
      const unwatch = watchProcesses(kannel.pids);
      const load = await measureLoad(kannel.request, {
        seconds: lab.plan.seconds,
        folder: lab.folder,
      });
      return { ...load, ...unwatch() };
    } finally {
      await kannel.stop();
    }
  };
  return [{ name: "Kannel", measure }];
}

/** What to say about Kannel below the table. */
export function kannelNotes() {
  const why = whyNoKannel();
  return why ? [`Kannel was not measured: ${why}.`] : [];
}

/** One figure of a row by that of another; NaN when one of them is missing. */
export function ratioOf(rows, name, baseline) {
  const [one, other] = [name, baseline].map((wanted) => rows.find((row) => row.name === wanted));
  return one && other ? one.perSecond / other.perSecond : Number.NaN;
}

/** Rows with their ratio to a baseline beside the figure. */
export function withRatios(rows, baseline) {
  return rows.map(({ name, perSecond, ...rest }) => {
    const ratio = ratioOf([{ name, perSecond }, ...rows], name, baseline);
    return {
      name,
      perSecond,
      [`× ${baseline}`]: Number.isNaN(ratio) ? null : ratio.toFixed(2),
      ...rest,
    };
  });
}

/** The slowest and the fastest round. */
function rangeOf(results) {
  const each = results.map(({ perSecond }) => perSecond);
  return `${Math.min(...each)}–${Math.max(...each)}/s`;
}

function mediansOf(results) {
  const keys = Object.keys(results[0]).filter((key) => key !== "responses" && key !== "failed");
  return Object.fromEntries(
    keys.map((key) => {
      const values = results.map((each) => each[key]).filter(Number.isFinite);
      return [key, values.length > 0 ? Math.round(median(values) * 1000) / 1000 : null];
    }),
  );
}
