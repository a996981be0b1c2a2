import { campaignInvariants } from "./_campaign-invariants";
import type { Invariant } from "./_invariant";
import { ledgerInvariants } from "./_ledger-invariants";
import { messageInvariants } from "./_message-invariants";
import { paymentInvariants } from "./_payment-invariants";
import { peopleInvariant } from "./_people-invariant";
import { rowsSince } from "./_rows-since";

/**
 * What is promised about money and messages, as questions to the database that find nothing: about what is not closed by
 * the checkpoint of an instant, or about all.
 */
export function invariantsSince(until: Date | null): Invariant[] {
  const rows = rowsSince(until);
  return [
    ...ledgerInvariants(rows),
    ...campaignInvariants(rows),
    ...paymentInvariants(rows),
    ...messageInvariants(rows),
    peopleInvariant,
  ];
}
