import { and, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import type { NewLink } from "./contract";
import { linkSentences } from "./sentences";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  input: readonly NewLink[];
}

/**
 * Stores links before the messages that have them, so that none is sent that leads nowhere. Throws unavailable in the rare
 * case that a code is taken; then none is stored.
 */
export async function storeLinks({ actor, input }: Wanted): Promise<void> {
  const { accountId } = actor;
  await db().transaction(async (tx) => {
    const stored = await tx
      .insert(shortLinks)
      .values(input.map(({ code, target }) => ({ code, target, accountId })))
      .onConflictDoNothing()
      .returning({ code: shortLinks.code });
    if (stored.length === input.length) return;
    throw new AppError("unavailable", linkSentences.takenCode, { retryAfterMs: 1000 });
  });
}

/** Says which message has these links. */
export async function nameMessage(messageId: string, wanted: Wanted): Promise<void> {
  await db().update(shortLinks).set({ messageId }).where(among(wanted));
}

/** Deletes links that no message has, because it was refused or is the repeat of another. */
export async function dropLinks(wanted: Wanted): Promise<void> {
  if (wanted.input.length > 0) await db().delete(shortLinks).where(among(wanted));
}

function among({ actor, input }: Wanted) {
  const codes = input.map(({ code }) => code);
  return and(eq(shortLinks.accountId, actor.accountId), anyOf(shortLinks.code, codes));
}
