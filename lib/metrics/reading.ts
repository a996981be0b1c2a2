import { type FigureName, figureOf, type LabelsOf } from "./figures";

interface Value {
  labels: Record<string, string | number>;
  value: number;
  /** With its ending, for the parts of a histogram. */
  metricName?: string;
}

/** The values of one figure at one moment, as they pass between processes. */
export interface Reading {
  name: string;
  help: string;
  type: string;
  aggregator: string;
  values: Value[];
}

/** The values of a figure that is not counted but looked at. */
export function toReading<Name extends FigureName>(
  name: Name,
  values: { labels?: Record<LabelsOf<Name>, string>; value: number }[],
): Reading {
  const { help, kind } = figureOf(name);
  const known = values.map(({ labels, value }) => ({ labels: { ...labels }, value }));
  return { name, help, type: kind, aggregator: "sum", values: known };
}

/** The same with a label more on each value, where it has none of that name. */
export function withLabel(readings: Reading[], name: string, text: string): Reading[] {
  return readings.map((reading) => ({
    ...reading,
    values: reading.values.map((each) => ({ ...each, labels: { [name]: text, ...each.labels } })),
  }));
}
