const units = {
  perSecond: "/s",
  p50Ms: "p50 ms",
  p95Ms: "p95 ms",
  p99Ms: "p99 ms",
  cpu: "CPU %",
  cpuPostgres: "PostgreSQL CPU %",
  rssMb: "RSS MB",
  memoryMb: "memory MB",
  peakRssMb: "peak RSS MB",
  commitsPerMessage: "commits/message",
  rowsWrittenPerMessage: "rows written/message",
  statementsPerMessage: "statements/message",
};

/** Rows of a scenario as a table in Markdown; a column that no row has is left out. */
export function tableOf(rows) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) =>
    rows.some((row) => row[key] !== null && row[key] !== undefined),
  );
  return linesOf([
    keys.map((key) => units[key] ?? key),
    keys.map((_, place) => (place === 0 ? "---" : "--:")),
    ...rows.map((row) => keys.map((key) => String(row[key] ?? "–"))),
  ]);
}

/** The verdicts of a scenario as a table in Markdown. */
export function verdictTableOf(verdicts) {
  return linesOf([
    ["bar", "wanted", "measured", ""],
    ["---", "--:", "--:", "---"],
    ...verdicts.map(({ name, atLeast, atMost, value, verdict, why }) => [
      name,
      atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`,
      value === null ? "–" : String(round(value)),
      why ? `${verdict}: ${why}` : verdict,
    ]),
  ]);
}

/** To two places below 100, to none above. */
export function round(value) {
  return Math.abs(value) < 100 ? Math.round(value * 100) / 100 : Math.round(value);
}

function linesOf(rows) {
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
