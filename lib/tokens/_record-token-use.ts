import { and, eq, isNull, lt, or } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";

const everyMs = 60_000;

interface Use {
  tokenId: string;
  lastUsedAt: Date | null;
  address: string | null;
}

/** Notes the use of a token at most once a minute. Nobody waits for it, and its failure refuses nobody. */
export function recordTokenUse({ tokenId, lastUsedAt, address }: Use): void {
  const underWay = processWide("token-uses-under-way", () => new Set<string>());
  const now = new Date();
  const before = new Date(now.getTime() - everyMs);
  if (underWay.has(tokenId) || (lastUsedAt !== null && lastUsedAt > before)) return;
  underWay.add(tokenId);
  void db()
    .update(tokens)
    .set({ lastUsedAt: now, lastUsedAddress: address })
    .where(
      and(eq(tokens.id, tokenId), or(isNull(tokens.lastUsedAt), lt(tokens.lastUsedAt, before))),
    )
    .catch((error: unknown) =>
      log().warn({ err: error, tokenId }, "could not note the use of a token"),
    )
    .finally(() => underWay.delete(tokenId));
}
