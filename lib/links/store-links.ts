import { and, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import type { NewLink } from "./contract";
import { linkSentences } from "./sentences";

/**
 * Stores links before the messages that have them, so that none is sent that leads nowhere. Throws unavailable in the rare
 * case that a code is taken; then none is stored.
 */
export async function storeLinks(accountId: string, links: readonly NewLink[]): Promise<void> {
  await db().transaction(async (tx) => {
    const stored = await tx
      .insert(shortLinks)
      .values(links.map((link) => ({ ...link, accountId })))
      .onConflictDoNothing()
      .returning({ code: shortLinks.code });
    if (stored.length === links.length) return;
    throw new AppError("unavailable", linkSentences.takenCode, { retryAfterMs: 1000 });
  });
}

/** Says which message has these links. */
export async function nameMessage(
  accountId: string,
  messageId: string,
  links: readonly NewLink[],
): Promise<void> {
  await db().update(shortLinks).set({ messageId }).where(among(accountId, links));
}

/** Deletes links that no message has, because it was refused or is the repeat of another. */
export async function dropLinks(accountId: string, links: readonly NewLink[]): Promise<void> {
  if (links.length > 0) await db().delete(shortLinks).where(among(accountId, links));
}

function among(accountId: string, links: readonly NewLink[]) {
  return and(
    eq(shortLinks.accountId, accountId),
    anyOf(
      shortLinks.code,
      links.map(({ code }) => code),
    ),
  );
}
