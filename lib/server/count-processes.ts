import { availableParallelism, totalmem } from "node:os";
import { env } from "../core/env";

const maxByDefault = 8;
const gigabyte = 1024 ** 3;

interface Machine {
  cores: number;
  memoryBytes: number;
}

/**
 * How many processes answer the API here: PROCESSES, or one per core beyond two and per GB of memory, at most eight. One,
 * also for ROLE=worker, means that there is nothing to share: API and worker are in the main process.
 */
export function countProcesses({ cores, memoryBytes }: Machine = thisMachine()): number {
  const { PROCESSES, ROLE } = env();
  if (ROLE === "worker") return 1;
  const room = Math.min(cores - 2, Math.floor(memoryBytes / gigabyte), maxByDefault);
  return PROCESSES ?? Math.max(1, room);
}

function thisMachine(): Machine {
  // In a container, the machine's memory is not all there is to have.
  const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return { cores: availableParallelism(), memoryBytes };
}
