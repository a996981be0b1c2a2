import type { Actor } from "../core/actor";
import { AppError, errorTable } from "../core/errors";
import { newId } from "../core/ids";
import { log } from "../core/log";
import type { NewLink } from "../links/contract";
import { dropLinks, storeLinks } from "../links/store-links";
import { UnprovenTokenError } from "../tokens/unproven-token";
import type { Admission } from "./_admission";
import type { AdmissionOutcome } from "./_admit-batch";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  /** Messages of the actor's account. */
  input: readonly Admission[];
}

/**
 * Stores the short links of messages before `admit` admits them, each with the ID that its message gets. Those of refused
 * and repeated ones go. Where nobody knows whether the messages were stored, their links stay: one that was sent must lead
 * somewhere.
 */
export async function withLinks(
  { actor, input }: Wanted,
  admit: (named: Admission[]) => Promise<AdmissionOutcome[]>,
): Promise<AdmissionOutcome[]> {
  const named = input.map((each) =>
    each.links ? { ...each, messageId: each.messageId ?? newId() } : each,
  );
  const links = named.flatMap(({ links = [], messageId = "" }) =>
    links.map((link) => ({ ...link, messageId })),
  );
  if (links.length === 0) return admit(named);
  await storeLinks({ actor, input: links });
  const outcomes = await admit(named).catch(async (error: unknown) => {
    if (isRefusal(error)) await dropLinks({ actor, input: links });
    throw error;
  });
  const unused = named.flatMap((each, place) => unusedOf(each, outcomes[place]));
  // What was accepted is accepted: it must not look refused because links of others are left.
  await dropLinks({ actor, input: unused }).catch((error: unknown) => {
    log().error({ err: error }, "short links that no message has were left");
  });
  return outcomes;
}

function unusedOf({ links = [] }: Admission, outcome: AdmissionOutcome | undefined): NewLink[] {
  if (!outcome) return [];
  const isUnused = outcome instanceof Error ? isRefusal(outcome) : outcome.isReplay;
  return isUnused ? links : [];
}

/** Whether nothing was stored for certain. */
function isRefusal(error: unknown): boolean {
  if (error instanceof UnprovenTokenError) return true;
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
