import { and, eq } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { microBatch } from "../queue/micro-batch";
import { publishProgress } from "../queue/notice";
import { applyReceipts } from "./_apply-receipts";
import type { Placed } from "./_placed";

/** With this many receipts a transaction has enough; a request has no more. */
const maxAtOnce = 500;

/** Records those receipts whose message is known, durably before it resolves. Returns the carrier IDs that are known. */
export async function placeReceipts(carrier: string, receipts: Receipt[]): Promise<Set<string>> {
  const refs = receipts.map(({ ref }) => ref);
  const known = await db()
    .select()
    .from(carrierMessages)
    .where(
      and(eq(carrierMessages.carrier, carrier), anyOf(carrierMessages.ref, [...new Set(refs)])),
    );
  const owners = new Map(known.map((row) => [row.ref, row]));
  const reports = new Map<string, Report>();
  for (const receipt of receipts) {
    const { accountId, messageId } = owners.get(receipt.ref) ?? {};
    if (accountId === undefined || messageId === undefined) continue;
    const report = reports.get(accountId) ?? { accountId, batch: [] };
    report.batch.push({ accountId, messageId, receipt });
    reports.set(accountId, report);
  }
  await Promise.all([...reports.values()].map((report) => record(report)));
  return new Set(owners.keys());
}

/** What one request reported about messages of an account. */
interface Report {
  accountId: string;
  batch: Placed[];
}

/** Receipts of one account are committed together, in the order they came, and those of one request never apart. */
const record = microBatch<Report, null>({
  maxBatch: maxAtOnce,
  keyOf: ({ accountId }) => accountId,
  run: async (accountId, reports) => {
    const outcomes: (null | Error)[] = [];
    while (outcomes.length < reports.length) {
      const together = firstOf(reports.slice(outcomes.length));
      const outcome = await apply(accountId, together).catch((error: Error) => error);
      for (const _ of together) outcomes.push(outcome);
    }
    return outcomes;
  },
});

/** As many of them as one transaction takes, one at least. */
function firstOf(reports: Report[]): Report[] {
  let receipts = 0;
  const end = reports.findIndex(({ batch }, place) => {
    receipts += batch.length;
    return place > 0 && receipts > maxAtOnce;
  });
  return end < 0 ? reports : reports.slice(0, end);
}

async function apply(accountId: string, reports: Report[]): Promise<null> {
  const batch = reports.flatMap((report) => report.batch);
  await db().transaction((tx) => applyReceipts(accountId, batch, tx));
  publishProgress(
    accountId,
    batch.map(({ messageId }) => messageId),
  );
  return null;
}
