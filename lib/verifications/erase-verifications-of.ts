import { and, eq } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Tx } from "../core/db";

interface Person {
  accountId: string;
  number: string;
}

/** Erases those of a number, whatever their state. Returns the IDs of their events, whose deliveries may say more. */
export async function eraseVerificationsOf(
  { accountId, number }: Person,
  tx: Tx,
): Promise<string[]> {
  const erased = await tx
    .delete(verifications)
    .where(and(eq(verifications.accountId, accountId), eq(verifications.to, number)))
    .returning({ eventId: verifications.eventId });
  return erased.flatMap(({ eventId }) => eventId ?? []);
}
