/**
 * Judges what a scenario measured by its bars: each names one of `values` and says `atLeast` or `atMost`. Resolves to a
 * verdict each: `holds`, `misses`, `not measured` (which counts as missed), or `not asked` for a bar that needs a flag or
 * more cores than there are. Answers that failed are a bar of every scenario.
 */
export function judge({ bars, values, skipped = {}, failed = 0 }) {
  const verdicts = Object.entries(bars).map(([name, bar]) => {
    const value = values[name];
    if (skipped[name])
      return { name, ...bar, value: null, verdict: "not asked", why: skipped[name] };
    if (!Number.isFinite(value)) return { name, ...bar, value: null, verdict: "not measured" };
    const holds = value >= (bar.atLeast ?? -Infinity) && value <= (bar.atMost ?? Infinity);
    return { name, ...bar, value, verdict: holds ? "holds" : "misses" };
  });
  if (failed > 0) {
    verdicts.push({ name: "failed requests", atMost: 0, value: failed, verdict: "misses" });
  }
  return verdicts;
}

/** Whether all bars that were asked hold. */
export function isGood(verdicts) {
  return verdicts.every(({ verdict }) => verdict === "holds" || verdict === "not asked");
}
