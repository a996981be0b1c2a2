import { isGood, judge } from "./judge.mjs";
import { openLab } from "./open-lab.mjs";
import { round, tableOf, verdictTableOf } from "./tables.mjs";

/**
 * Runs one scenario in a lab of its own and writes its tables and one line of JSON. Resolves to whether all its bars hold;
 * a scenario that breaks holds none.
 */
export async function runScenario({ name, scenario, plan, env, versions, say }) {
  say(`\n## ${name}\n`);
  const startedMs = performance.now();
  const lab = openLab({ plan, env, say });
  const result = await scenario.run(lab).catch((error) => ({ rows: [], values: {}, error }));
  await lab.close();
  const { rows, values, notes = [], skipped, failed } = result;
  const error = result.error && (result.error.stack ?? String(result.error));
  const verdicts = judge({ bars: scenario.bars, values, skipped, failed });
  if (rows.length > 0) say(`${tableOf(rows)}\n`);
  say(verdictTableOf(verdicts));
  for (const note of notes) say(`\n${note}`);
  if (error) say(`\nIt broke: ${error}`);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const good = !error && isGood(verdicts);
  say(
    `\n${JSON.stringify({ scenario: name, good, rows, values: roundedAll(values), verdicts, notes, ...(error && { error }), seconds, plan, versions })}`,
  );
  return good;
}

function roundedAll(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));
}
