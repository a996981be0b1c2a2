import { AppError } from "../core/errors";
import { version } from "../core/version";
import { checkReadiness, type Readiness } from "./check-readiness";

/** What is known of each part; after one that failed, the others were not looked at. */
export type HealthParts = {
  [Part in keyof Readiness["checks"]]?: Readiness["checks"][Part] | "failed";
};

/** The version, and how each part does. Never throws for a part that fails: whoever asks wants to know which. */
export async function checkHealth() {
  const parts = await checkReadiness().then(({ checks }): HealthParts => checks, failedParts);
  const states = Object.values(parts);
  const status = states.includes("failed")
    ? ("unavailable" as const)
    : states.every((state) => state === "ok")
      ? ("ok" as const)
      : ("degraded" as const);
  return { status, version, parts };
}

function failedParts(error: unknown): HealthParts {
  const checks = error instanceof AppError ? error.details?.checks : undefined;
  if (checks === undefined) throw error;
  return checks as HealthParts;
}
