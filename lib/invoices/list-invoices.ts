import { and, desc, eq, lt } from "drizzle-orm";
import { invoices } from "@/drizzle/schema/invoices";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import type { InvoiceKind } from "./contract";

export interface InvoiceView {
  /** `inv_…` */
  invoice_id: string;
  number: string;
  kind: InvoiceKind;
  payment_id: string;
  issued_at: string;
  buyer_name: string | null;
  /** Below 0 in the correction of a refund, as all sums are. */
  credits: number;
  currency: string;
  net_cents: number;
  vat_cents: number;
  gross_cents: number;
}

interface Wanted {
  actor: Actor;
  /** `cursor`: a `nextCursor`; one that is none begins anew. */
  input: { limit: number; cursor?: string | undefined };
}

export interface InvoicePage {
  data: InvoiceView[];
  nextCursor: string | null;
}

/** What was issued to an account, newest first. Throws forbidden without `read_credits`. */
export async function listInvoices({ actor, input }: Wanted): Promise<InvoicePage> {
  demandPermission(actor, "read_credits");
  const { limit, cursor = "" } = input;
  const before = parsePublicId("inv", cursor);
  const rows = await db()
    .select()
    .from(invoices)
    .where(
      and(eq(invoices.accountId, actor.accountId), before ? lt(invoices.id, before) : undefined),
    )
    .orderBy(desc(invoices.id))
    .limit(limit + 1);
  const data = rows.slice(0, limit).map(viewOf);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.invoice_id ?? null) : null };
}

function viewOf(row: typeof invoices.$inferSelect): InvoiceView {
  return {
    invoice_id: publicId("inv", row.id),
    number: row.number,
    kind: row.kind,
    payment_id: publicId("pay", row.paymentId),
    issued_at: row.issuedAt.toISOString(),
    buyer_name: row.buyerName,
    credits: row.credits,
    currency: row.currency,
    net_cents: row.netCents,
    vat_cents: row.vatCents,
    gross_cents: row.grossCents,
  };
}
