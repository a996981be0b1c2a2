import type { Actor } from "../core/actor";
import { AppError, errorTable } from "../core/errors";
import { log } from "../core/log";
import type { NewLink } from "../links/contract";
import { dropLinks, nameMessage, storeLinks } from "../links/store-links";
import type { Admission } from "./_admission";
import type { AdmissionOutcome } from "./_admit-batch";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  /** Messages of the actor's account. */
  input: readonly Admission[];
}

/**
 * Stores the short links of messages before they are admitted by `admit`, and afterwards says which message has which. Those
 * of refused and repeated ones go. Where nobody knows whether the messages were stored, their links stay: one that was sent
 * must lead somewhere.
 */
export async function withLinks(
  { actor, input }: Wanted,
  admit: () => Promise<AdmissionOutcome[]>,
): Promise<AdmissionOutcome[]> {
  const links = input.flatMap((each) => each.links ?? []);
  if (links.length === 0) return admit();
  await storeLinks({ actor, input: links });
  const outcomes = await admit().catch(async (error: unknown) => {
    if (isRefusal(error)) await dropLinks({ actor, input: links });
    throw error;
  });
  // What was accepted is accepted: it must not look refused because its figures have no place.
  await assignLinks({ actor, input }, outcomes).catch((error: unknown) => {
    log().error({ err: error }, "short links were left without their messages");
  });
  return outcomes;
}

async function assignLinks({ actor, input }: Wanted, outcomes: AdmissionOutcome[]): Promise<void> {
  const unused: NewLink[] = [];
  for (const [place, outcome] of outcomes.entries()) {
    const own = input[place]?.links ?? [];
    if (own.length === 0) continue;
    if (outcome instanceof Error) unused.push(...(isRefusal(outcome) ? own : []));
    else if (outcome.isReplay) unused.push(...own);
    else await nameMessage(outcome.message.id, { actor, input: own });
  }
  await dropLinks({ actor, input: unused });
}

/** Whether nothing was stored for certain. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
