/**
 * Judges what a scenario measured by its bars: each names one of `values` and says `atLeast` or `atMost`. Returns a
 * verdict each: `holds`, `misses`, `not measured` (which counts as missed), or `not asked` for a bar that needs a flag or
 * more cores than there are. Requests that failed are one more bar of every scenario.
 */
export function judge({ bars, values, skipped = {}, failed = 0 }) {
  const verdicts = Object.entries(bars).map(([name, bar]) => {
    const value = Number.isFinite(values[name]) ? values[name] : null;
    const why = skipped[name];
    return {
      name,
      ...bar,
      value,
      ...(why ? { verdict: "not asked", why } : { verdict: verdictOn(value, bar) }),
    };
  });
  if (failed === 0) return verdicts;
  return [...verdicts, { name: "failed requests", atMost: 0, value: failed, verdict: "misses" }];
}

/** Whether all bars that were asked hold. */
export function isGood(verdicts) {
  return verdicts.every(({ verdict }) => verdict === "holds" || verdict === "not asked");
}

function verdictOn(
  value,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY },
) {
  if (value === null) return "not measured";
  return value >= atLeast && value <= atMost ? "holds" : "misses";
}
