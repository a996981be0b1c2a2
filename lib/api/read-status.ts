import { AppError } from "../core/errors";
import { checkReadiness } from "./check-readiness";

export const statusParts = ["database", "migrations", "disk", "worker", "carrier"] as const;

export type StatusPart = (typeof statusParts)[number];

/** How a part does; `unknown` for what could not be looked at, because another part failed. */
export type PartState = "ok" | "low" | "late" | "in_trouble" | "failed" | "unknown";

/** How the installation does, in a form for people: nothing is thrown. */
export interface InstallationStatus {
  /** `degraded` while messages are accepted and something else is not as it should be. */
  overall: "ok" | "degraded" | "down";
  parts: Record<StatusPart, PartState>;
}

/** Looks at each part, as `checkReadiness` does. */
export async function readStatus(): Promise<InstallationStatus> {
  try {
    const { checks } = await checkReadiness();
    const states = statusParts.map((part) => [part, checks[part]] as const);
    const overall = states.every(([, state]) => state === "ok") ? "ok" : "degraded";
    return { overall, parts: toParts(Object.fromEntries(states)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { overall: "down", parts: toParts(error.details.checks ?? {}) };
  }
}

function toParts(known: Partial<Record<string, PartState>>): Record<StatusPart, PartState> {
  const states = statusParts.map((part) => [part, known[part] ?? "unknown"] as const);
  return Object.fromEntries(states) as Record<StatusPart, PartState>;
}
