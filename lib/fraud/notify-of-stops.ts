import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { notifyOwners } from "../accounts/notify-owners";
import { anyOf } from "../core/any-of";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { accountsWithWork } from "../queue/accounts-with-work";
import { stoppedLetter } from "./_stop-letters";
import type { Stop } from "./_stops";

const accountsAtOnce = 50;
/** One letter lists so many. */
const stopsAtOnce = 20;

/**
 * Emails the owners of each account whose ranges were newly stopped, and the administrators of the installation: one letter
 * for all of an account's. Marked before they leave, so that two workers never send two. Returns how many ranges.
 */
export async function notifyOfStops(): Promise<number> {
  const found = await accountsWithWork({
    table: verificationStops,
    open: sql`told_at is null`,
    due: sql`true`,
    order: sql`stopped_at`,
  });
  let told = 0;
  for (const accountId of found.slice(0, accountsAtOnce)) {
    const stops = await takeUntold(accountId);
    if (stops.length === 0) continue;
    told += stops.length;
    await notifyOwners(accountId, stoppedLetter({ stops, account: null }));
    await notifyAdministrators(stoppedLetter({ stops, account: publicId("acc", accountId) }));
  }
  return told;
}

function takeUntold(accountId: string): Promise<Stop[]> {
  return db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const untold = await tx
      .select({ prefix: verificationStops.prefix })
      .from(verificationStops)
      .where(and(eq(verificationStops.accountId, accountId), isNull(verificationStops.toldAt)))
      .orderBy(asc(verificationStops.stoppedAt))
      .limit(stopsAtOnce)
      .for("update", { skipLocked: true });
    return tx
      .update(verificationStops)
      .set({ toldAt: now })
      .where(
        and(
          eq(verificationStops.accountId, accountId),
          anyOf(
            verificationStops.prefix,
            untold.map(({ prefix }) => prefix),
          ),
        ),
      )
      .returning();
  });
}
