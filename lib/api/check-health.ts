import { AppError } from "../core/errors";
import { version } from "../core/version";
import type { Health } from "../operations/health-operations";
import { checkReadiness } from "./check-readiness";

type Parts = Health["parts"];

/** The version, and how each part does. Never throws for a part that fails: whoever asks wants to know which. */
export async function checkHealth(): Promise<Health> {
  const parts = await checkReadiness().then(({ checks }): Parts => checks, partsOf);
  return { status: statusOf(Object.values(parts)), version, parts };
}

function statusOf(states: string[]): Health["status"] {
  if (states.includes("failed")) return "unavailable";
  return states.every((state) => state === "ok") ? "ok" : "degraded";
}

/** What was looked at until a part failed. */
function partsOf(error: unknown): Parts {
  const checks = error instanceof AppError ? error.details?.checks : undefined;
  if (checks === undefined) throw error;
  return checks;
}
