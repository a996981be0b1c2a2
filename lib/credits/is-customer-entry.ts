import { and, eq, type SQL } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";

/** Joins each movement to its one entry on the customer's side, which has the amount as the customer sees it. */
export function isCustomerEntry(): SQL | undefined {
  return and(
    eq(ledgerEntries.accountId, ledgerTransactions.accountId),
    eq(ledgerEntries.transactionId, ledgerTransactions.id),
    eq(ledgerEntries.ledger, "customer"),
  );
}
