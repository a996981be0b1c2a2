import { and, eq } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { isSameRequest } from "../messages/is-same-request";
import type { Campaign } from "./_find-campaign";
import { submitSentences } from "./sentences";

interface Request {
  key: string;
  /** Stands for what is asked for. */
  requestHash: string | undefined;
}

/** The campaign that the same request made before. Throws idempotency_mismatch if another one did, or one of the other mode. */
export async function findByKey(
  { accountId, mode }: Actor,
  { key, requestHash = "" }: Request,
): Promise<Campaign | undefined> {
  const [row] = await db()
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.accountId, accountId), eq(campaigns.key, key)));
  if (!row) return undefined;
  const isSame =
    isSameRequest(row.requestHash ?? "", requestHash) && row.test === (mode === "test");
  if (!isSame) throw new AppError("idempotency_mismatch", submitSentences.otherRequest);
  return row;
}
