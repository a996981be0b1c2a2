import { eq } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { tokenSentences } from "./sentences";

/** Whose token this is, for the administrator's commands. */
export async function findToken(tokenId: string): Promise<{ tokenId: string; accountId: string }> {
  const [token] = await db()
    .select({ tokenId: tokens.id, accountId: tokens.accountId })
    .from(tokens)
    .where(eq(tokens.id, tokenId));
  if (!token) throw new AppError("not_found", tokenSentences.notFound);
  return token;
}
