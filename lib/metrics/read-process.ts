import { monitorEventLoopDelay } from "node:perf_hooks";
import { once } from "../core/once";
import { poolLoads } from "../core/pool-loads";
import { knownProcessWide } from "../core/process-wide";
import { type Reading, toReading } from "./reading";

/** How often the event loop is looked at. */
const lookMs = 20;

/** Begins to measure how late the event loop of this process is. */
export const watchLag = once(() => {
  const lag = monitorEventLoopDelay({ resolution: lookMs });
  lag.enable();
  return lag;
});

/** What has been counted, if anything has: this is also a part of a program that counts nothing itself. */
interface Counted {
  getMetricsAsJSON(): Promise<unknown>;
}

const quantiles = [
  ["0.5", 50],
  ["0.99", 99],
  ["1", 100],
] as const;

/** The figures of this process: what it has counted so far, and how it does. The lag is that since the last reading. */
export async function readProcess(): Promise<Reading[]> {
  const counted = await knownProcessWide<Counted>("figures")?.getMetricsAsJSON();
  const { user, system } = process.cpuUsage();
  const startedAt = Date.now() / 1000 - process.uptime();
  const loads = poolLoads();
  return [
    ...((counted ?? []) as Reading[]),
    toReading("process_cpu_seconds_total", [{ value: (user + system) / 1e6 }]),
    toReading("process_resident_memory_bytes", [{ value: process.memoryUsage.rss() }]),
    toReading("process_start_time_seconds", [{ value: startedAt }]),
    toReading("depesza_event_loop_lag_seconds", readLag()),
    toReading(
      "depesza_database_connections",
      loads.flatMap(({ pool, load }) => [
        { labels: { pool, state: "busy" }, value: load.busy },
        { labels: { pool, state: "idle" }, value: load.idle },
      ]),
    ),
    toReading(
      "depesza_database_connections_max",
      loads.map(({ pool, load }) => ({ labels: { pool }, value: load.max })),
    ),
    toReading(
      "depesza_database_waiting",
      loads.map(({ pool, load }) => ({ labels: { pool }, value: load.waiting })),
    ),
  ];
}

/** What is measured is the pause between two looks, of which one is meant to be there. */
function readLag() {
  const lag = watchLag();
  const seconds = (percent: number) => {
    const pauseMs = (percent === 100 ? lag.max : lag.percentile(percent)) / 1e6;
    return Math.max(0, pauseMs - lookMs) / 1000;
  };
  const values = quantiles.map(([quantile, percent]) => {
    return { labels: { quantile }, value: lag.count > 0 ? seconds(percent) : 0 };
  });
  lag.reset();
  return values;
}
