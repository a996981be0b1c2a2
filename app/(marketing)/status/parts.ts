import type { Health } from "@/lib/operations/health-operations";

export type Part = keyof Health["parts"];

/** What anyone may see: what it means for messages. */
export const publicParts = ["database", "migrations", "disk", "worker", "carrier"] as const;

/** What only who runs the installation can do something about. */
export const administratorParts = ["replica", "backup"] as const;

/** What all that is public comes to, for whoever sends messages. */
export function verdictOf({ status, parts }: Health): "ok" | "delayed" | "unavailable" {
  if (status === "unavailable") return "unavailable";
  return parts.worker === "ok" && parts.carrier === "ok" ? "ok" : "delayed";
}

/** How bad the state of a part is. */
export function levelOf(state: string | undefined): "good" | "fair" | "bad" | "unchecked" {
  if (state === undefined) return "unchecked";
  if (state === "ok") return "good";
  return state === "failed" ? "bad" : "fair";
}
