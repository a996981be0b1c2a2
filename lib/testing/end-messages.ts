import { sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { recordReceipts } from "../receipts/record-receipts";
import { countAgain } from "./count-again";

type Ending = "delivered" | "failed" | "expired" | "bounced";

interface Ended {
  status: Ending;
  metadata: Record<string, unknown>;
}

/** Test messages of an account that a carrier has just reported the end of. Returns their ids. */
export async function endMessages(
  accountId: string,
  count: number,
  end: Ending | Ended = "delivered",
): Promise<string[]> {
  const { status, metadata } = typeof end === "string" ? { status: end, metadata: null } : end;
  const ids = Array.from({ length: count }, () => newId());
  const now = new Date();
  await db()
    .insert(messages)
    .values(
      ids.map((id) => ({
        accountId,
        id,
        source: "api" as const,
        test: true,
        status: "sent" as const,
        from: "YourBrand",
        to: "48732129000",
        body: "Hello",
        encoding: "GSM-7" as const,
        segments: 1,
        credits: 0,
        metadata,
        createdAt: now,
        sentAt: now,
        dueAt: now,
        validUntil: sql`now() + interval '1 hour'`,
      })),
    );
  await countAgain(accountId);
  await db()
    .insert(carrierMessages)
    .values(ids.map((id) => ({ carrier: "simulator", ref: id, accountId, messageId: id })));
  await recordReceipts(
    "simulator",
    ids.map((ref) => receiptOf(ref, status)),
  );
  return ids;
}

function receiptOf(ref: string, status: Ending) {
  const reason = status === "delivered" ? null : "told_by_a_test";
  return { ref, status, at: new Date(), reason, carrierCode: null, operator: null, raw: {} };
}
