import { AppError, errorTable } from "../core/errors";
import { dropLinks, nameMessage, storeLinks } from "../links/store-links";
import type { Admission } from "./_admission";
import type { AdmissionOutcome } from "./_admit-batch";

/**
 * Stores the short links of messages of one account before they are admitted by `admit`, and afterwards says which message
 * has which. Those of refused and repeated ones go. Where nobody knows whether the messages were stored, their links stay:
 * one that was sent must lead somewhere.
 */
export async function withLinks(
  accountId: string,
  admissions: readonly Admission[],
  admit: () => Promise<AdmissionOutcome[]>,
): Promise<AdmissionOutcome[]> {
  const links = admissions.flatMap((each) => each.links ?? []);
  if (links.length === 0) return admit();
  await storeLinks(accountId, links);
  const outcomes = await admit().catch(async (error: unknown) => {
    if (isRefusal(error)) await dropLinks(accountId, links);
    throw error;
  });
  for (const [place, outcome] of outcomes.entries()) {
    const own = admissions[place]?.links ?? [];
    if (own.length === 0) continue;
    if (outcome instanceof Error) {
      if (isRefusal(outcome)) await dropLinks(accountId, own);
    } else if (outcome.isReplay) await dropLinks(accountId, own);
    else await nameMessage(accountId, outcome.message.id, own);
  }
  return outcomes;
}

/** Whether nothing was stored for certain. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
