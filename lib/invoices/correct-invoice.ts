import { and, eq } from "drizzle-orm";
import { invoices } from "@/drizzle/schema/invoices";
import type { SystemActor } from "../activity/who";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { nextNumber } from "./_next-number";

interface Refunded {
  actor: SystemActor;
  /** What of the purchase is refunded in all, which may also become less: a refund can fail. */
  input: { paymentId: string; grossCents: number; credits: number };
}

/**
 * Issues a correction of what a purchase got, if its refunds are no longer what earlier corrections say. Nothing for a
 * purchase that got nothing: one of an earlier release. The caller holds the payment's row.
 */
export async function correctInvoice({ actor, input }: Refunded, tx: Tx): Promise<void> {
  const { accountId } = actor;
  const issued = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), eq(invoices.paymentId, input.paymentId)));
  const first = issued.find(({ correctsId }) => correctsId === null);
  if (!first) return;
  const sumOf = (name: "credits" | "netCents" | "grossCents") =>
    issued.reduce((sum, each) => sum + each[name], 0);
  const grossLeft = first.grossCents - input.grossCents;
  const grossCents = grossLeft - sumOf("grossCents");
  if (grossCents === 0) return;
  const netLeft = Math.round((first.netCents * grossLeft) / first.grossCents);
  const netCents = netLeft - sumOf("netCents");
  await tx.insert(invoices).values({
    ...first,
    id: newId(),
    number: await nextNumber("correction", tx),
    kind: "correction",
    correctsId: first.id,
    issuedAt: undefined,
    credits: first.credits - input.credits - sumOf("credits"),
    ...{ netCents, vatCents: grossCents - netCents, grossCents },
  });
}
