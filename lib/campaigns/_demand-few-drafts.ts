import { and, count, eq } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { campaignSentences } from "./sentences";

const max = 500;

/** Throws conflict if an account has as many drafts as it may. */
export async function demandFewDrafts(accountId: string): Promise<void> {
  const [drafts] = await db()
    .select({ count: count() })
    .from(campaigns)
    .where(and(eq(campaigns.accountId, accountId), eq(campaigns.status, "draft")));
  if ((drafts?.count ?? 0) < max) return;
  throw new AppError("conflict", campaignSentences.tooManyDrafts({ max }));
}
