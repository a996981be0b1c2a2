import type { Admission } from "./_admission";

/** The daily limits of the tokens that messages come from, by their IDs: those of tokens that have one and spend credits. */
export function dailyLimitsOf(
  batch: readonly Pick<Admission, "actor" | "credits">[],
): Map<string, number> {
  return new Map(
    batch.flatMap(({ actor, credits }) =>
      credits > 0 && actor.kind === "token" && actor.dailyLimit !== undefined
        ? [[actor.tokenId, actor.dailyLimit] as const]
        : [],
    ),
  );
}
