import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { notifyOwners } from "../accounts/notify-owners";
import { anyOf } from "../core/any-of";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { publicId } from "../core/ids";
import { log } from "../core/log";
import { accountsWithWork } from "../queue/accounts-with-work";
import { stoppedLetter } from "./_stop-letters";
import type { Stop } from "./_stops";

const accountsAtOnce = 50;
/** One letter lists so many. */
const stopsAtOnce = 20;

/** What is stopped sooner after a letter waits for the next, so that one attack is a few letters. */
const pauseMs = 600_000;

/**
 * Emails the owners of each account whose ranges were newly stopped, and the administrators of the installation: one letter
 * for all of an account's, ten minutes after the last. Marked before they leave, so that two workers never send two.
 * Returns how many ranges.
 */
export async function notifyOfStops(): Promise<number> {
  const found = await accountsWithWork({
    table: verificationStops,
    open: sql`told_at is null`,
    due: sql`true`,
    order: sql`stopped_at`,
  });
  let told = 0;
  let accounts = 0;
  for (const accountId of found) {
    const stops = await takeUntold(accountId);
    if (stops.length === 0) continue;
    if (await notify(accountId, stops)) told += stops.length;
    accounts += 1;
    if (accounts === accountsAtOnce) break;
  }
  return told;
}

/** Says whether anybody heard of it. If not, the next run tells them; a letter that only the owners miss is not repeated. */
async function notify(accountId: string, stops: Stop[]): Promise<boolean> {
  try {
    await notifyAdministrators(stoppedLetter({ stops, account: publicId("acc", accountId) }));
  } catch (error) {
    log().error({ err: error, account: accountId }, "nobody was notified of stopped ranges");
    await mark({ accountId, stops, toldAt: null }, db());
    return false;
  }
  await notifyOwners(accountId, stoppedLetter({ stops, account: null })).catch((error: unknown) => {
    log().error({ err: error, account: accountId }, "owners were not notified of stopped ranges");
  });
  return true;
}

function takeUntold(accountId: string): Promise<Stop[]> {
  return db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const isOfAccount = eq(verificationStops.accountId, accountId);
    const lately = await tx
      .select({ prefix: verificationStops.prefix })
      .from(verificationStops)
      .where(and(isOfAccount, gt(verificationStops.toldAt, new Date(now.getTime() - pauseMs))))
      .limit(1);
    if (lately.length > 0) return [];
    const stops = await tx
      .select({ prefix: verificationStops.prefix })
      .from(verificationStops)
      .where(and(isOfAccount, isNull(verificationStops.toldAt)))
      .orderBy(asc(verificationStops.stoppedAt))
      .limit(stopsAtOnce)
      .for("update", { skipLocked: true });
    return mark({ accountId, stops, toldAt: now }, tx);
  });
}

interface Marked {
  accountId: string;
  stops: readonly Pick<Stop, "prefix">[];
  toldAt: Date | null;
}

function mark({ accountId, stops, toldAt }: Marked, tx: Tx): Promise<Stop[]> {
  const prefixes = stops.map(({ prefix }) => prefix);
  return tx
    .update(verificationStops)
    .set({ toldAt })
    .where(
      and(eq(verificationStops.accountId, accountId), anyOf(verificationStops.prefix, prefixes)),
    )
    .returning();
}
