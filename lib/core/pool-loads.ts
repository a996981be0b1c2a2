import { knownProcessWide } from "./process-wide";

/** The connections of a pool, and who waits for one. */
export interface PoolLoad {
  idle: number;
  busy: number;
  max: number;
  waiting: number;
}

/** The pools of this process by the server they lead to, those that have been opened. */
export function poolLoads(): { pool: "primary" | "standby"; load: PoolLoad }[] {
  const primary = knownProcessWide<{ load: PoolLoad }>("pool");
  const standby = knownProcessWide<{ load: PoolLoad }>("read-pool");
  return [
    ...(primary ? [{ pool: "primary" as const, load: primary.load }] : []),
    ...(standby ? [{ pool: "standby" as const, load: standby.load }] : []),
  ];
}
