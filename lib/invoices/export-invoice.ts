import { and, eq } from "drizzle-orm";
import { invoices } from "@/drizzle/schema/invoices";
import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { streamPdf } from "../documents/stream-pdf";
import { type Invoice, invoiceContent } from "./_invoice-content";
import { invoiceSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The public ID, which nobody has checked. */
  input: { invoiceId: string };
}

/**
 * An invoice, receipt, or correction as PDF, in the language of whoever downloads it; its facts are those it was issued with.
 * Throws not_found, and forbidden without `read_credits`.
 */
export async function exportInvoice({ actor, input }: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_credits");
  const invoice = await find(actor, parsePublicId("inv", input.invoiceId));
  if (!invoice) throw new AppError("not_found", invoiceSentences.notFound);
  const corrected = invoice.correctsId && (await find(actor, invoice.correctsId));
  const content = invoiceContent(invoice, {
    language: actor.language,
    corrected: corrected || null,
  });
  const file = { actor, input: { file: "invoice", format: "pdf" } } as const;
  return streamPdf(recordedPages(file, pageOf(content)));
}

async function find({ accountId }: Actor, id: string | undefined): Promise<Invoice | undefined> {
  if (id === undefined) return undefined;
  const [invoice] = await db()
    .select()
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), eq(invoices.id, id)));
  return invoice;
}

async function* pageOf<Item>(item: Item): AsyncGenerator<Item[], undefined> {
  yield [item];
}
