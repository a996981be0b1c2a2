import { readFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { databasePool } from "../core/db";
import { type FigureName, figureNames, figureOf } from "../metrics/figures";
import { counterOf, histogramOf } from "../metrics/registry";
import { collectFigures } from "./collect-figures";
import type { InstallationFacts } from "./read-installation";

const facts: InstallationFacts = {
  queues: [{ carrier: "orange", isBulk: true, messages: 2, oldestSeconds: 3 }],
  ...{ pending: { deliveries: 1, oldestSeconds: 2 }, mails: { count: 1 }, campaigns: 1, ends: [] },
  unrouted: { count: 0 },
  troubles: [{ carrier: "orange", reason: "carrier_down", detail: null, since: new Date() }],
  alarms: [{ alarm: "backup_late", subject: "", since: new Date() }],
  backup: {
    ...{ state: "ok", failure: null },
    last: { startedAt: new Date(), ageSeconds: 1, bytes: 1000, file: "a.tar" },
  },
  ...{ heartbeats: [{ name: "worker", ageSeconds: 1 }], freeBytes: 1000, carriers: ["orange"] },
  balances: new Map([["orange", { amount: "9.5", unit: "PLN" }]]),
};
vi.mock("./read-installation", () => ({ readInstallation: async () => facts }));

/** The names in the output, each with the names of its labels. */
const printed = new Map<string, Set<string>>();

beforeAll(async () => {
  databasePool();
  for (const name of figureNames) countOne(name);
  for (const line of (await collectFigures()).split("\n")) {
    const [, name, labels = ""] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    if (!name || line.startsWith("#")) continue;
    const known = printed.get(name) ?? new Set();
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) known.add(label);
    printed.set(name, known);
  }
});

/** Of those that a process counts. Which process is said when they are gathered. */
function countOne(name: FigureName): void {
  const { kind, labels } = figureOf(name);
  const some = Object.fromEntries(labels.map((label) => [label, "some"]));
  if (kind === "histogram") histogramOf(name as "depesza_webhook_lag_seconds").observe(some, 1);
  if (kind === "counter" && name.startsWith("depesza_") && !labels.includes("process" as never)) {
    counterOf(name as "depesza_messages_accepted_total").inc(some);
  }
}

interface Panel {
  title: string;
  targets?: { expr: string }[];
}

function boardQueries(): string[] {
  const text = readFileSync("deploy/monitoring/grafana-dashboard.json", "utf8");
  const { panels } = JSON.parse(text) as { panels: Panel[] };
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
}

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

function alertRules(): Rule[] {
  const text = readFileSync("deploy/monitoring/alert-rules.yml", "utf8");
  const { groups } = parse(text) as { groups: { rules: Rule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** Those that Prometheus adds itself. */
const added = ["job", "instance"];

/** What a query asks for that the output does not have. Prometheus has `up` by itself. */
function unknownIn(query: string): string[] {
  const names = [...query.matchAll(/\b(?:depesza|process)_\w+/g)].map(([name]) => name);
  if (names.length === 0 && !/^up\b/.test(query)) return ["any figure"];
  const known = new Set([...added, ...names.flatMap((name) => [...(printed.get(name) ?? [])])]);
  return [
    ...names.filter((name) => !printed.has(name)),
    ...labelsIn(query).filter((label) => !known.has(label)),
  ];
}

/** The labels that it selects and groups by, and those that words about it quote. */
function labelsIn(query: string): string[] {
  const selected = [...query.matchAll(/(\w+)\s*(?:=~|!=|!~|=)\s*"/g)].map(
    ([, label = ""]) => label,
  );
  const grouped = [...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = ""]) =>
    list.split(",").map((label) => label.trim()),
  );
  return [...selected, ...grouped];
}

test("each figure is printed with the labels of its documentation, and no other figure is", () => {
  const wanted = figureNames.flatMap((name): [string, Set<string>][] => {
    const { kind, labels, isOfInstallation } = figureOf(name);
    const isBare = isOfInstallation || name === "depesza_build_info";
    const all = new Set<string>(isBare ? labels : [...labels, "process"]);
    if (kind !== "histogram") return [[name, all]];
    return [
      [`${name}_bucket`, new Set([...all, "le"])],
      [`${name}_sum`, all],
      [`${name}_count`, all],
    ];
  });
  // It counts the processes that were started, and here are none.
  const restarts = "depesza_process_restarts_total";
  expect(printed).toEqual(new Map(wanted.filter(([name]) => name !== restarts)));
});

test("the board asks only for figures and labels that are printed", () => {
  printed.set("depesza_process_restarts_total", new Set(["process"]));
  expect(boardQueries().length).toBeGreaterThan(30);
  for (const query of boardQueries()) expect([query, unknownIn(query)]).toEqual([query, []]);
});

test("the alert rules ask only for what is printed, and say what to do", () => {
  const rules = alertRules();
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { expr, annotations, labels } of rules) {
    expect([expr, unknownIn(expr)]).toEqual([expr, []]);
    expect(["critical", "warning"]).toContain(labels.severity);
    const text = `${annotations.summary} ${annotations.description}`;
    const quoted = [...text.matchAll(/\$labels\.(\w+)/g)].map(([, label = ""]) => label);
    // What the query sums up has only the labels that it groups by.
    const grouped = /\bby \(/.test(expr)
      ? [...expr.matchAll(/\bby \(([^)]*)\)/g)].map(([, by]) => by).join()
      : null;
    const there = grouped === null ? [...added, ...labelsOf(expr)] : grouped.split(/\W+/);
    for (const label of quoted)
      expect([expr, there]).toEqual([expr, expect.arrayContaining([label])]);
  }
});

function labelsOf(query: string): string[] {
  return [...query.matchAll(/\b(?:depesza|process)_\w+/g)].flatMap(([name]) => [
    ...(printed.get(name) ?? []),
  ]);
}

test("every figure that may need an alarm is on the board", () => {
  const queries = boardQueries().join("\n");
  const hidden = figureNames.filter((name) => !queries.includes(name));
  expect(hidden).toEqual(["process_start_time_seconds"]);
});
