import { AggregatorRegistry } from "prom-client";
import type { Reading } from "./reading";

/** Readings of any number of processes in the text format of Prometheus. Those without values are left out. */
export function printReadings(readings: Reading[]): Promise<string> {
  const present = readings.filter(({ values }) => values.length > 0);
  return AggregatorRegistry.aggregate([present]).metrics();
}

/** What that text is. */
export const textType = "text/plain; version=0.0.4; charset=utf-8";
