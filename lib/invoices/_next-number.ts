import { sql } from "drizzle-orm";
import { invoiceNumbers } from "@/drizzle/schema/invoices";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import type { InvoiceKind } from "./contract";

const series: Record<InvoiceKind, string> = { invoice: "INV", receipt: "REC", correction: "COR" };

/**
 * The next number of a series, such as "INV/2026/000001". The caller's transaction keeps the series locked until it ends, and a
 * number that is rolled back is given to the next: there is no gap. The last lock that a transaction takes.
 */
export async function nextNumber(kind: InvoiceKind, tx: Tx): Promise<string> {
  const year = (await databaseNow(tx)).getUTCFullYear();
  const [row] = await tx
    .insert(invoiceNumbers)
    .values({ series: series[kind], year, last: 1 })
    .onConflictDoUpdate({
      target: [invoiceNumbers.series, invoiceNumbers.year],
      set: { last: sql`${invoiceNumbers.last} + 1` },
    })
    .returning({ last: invoiceNumbers.last });
  return `${series[kind]}/${year}/${String(row?.last).padStart(6, "0")}`;
}
