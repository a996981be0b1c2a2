import { and, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import type { MessageLink, NewLink } from "./contract";
import { linkSentences } from "./sentences";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  input: readonly NewLink[];
}

interface Stored extends Wanted {
  /** Each with the message that is to have it, as it will be stored. */
  input: readonly MessageLink[];
}

/**
 * Stores links before the messages that have them, so that none is sent that leads nowhere, each with its message's ID, by
 * which it is erased. Throws unavailable in the rare case that a code is taken; then none is stored.
 */
export async function storeLinks({ actor, input }: Stored): Promise<void> {
  const { accountId } = actor;
  await db().transaction(async (tx) => {
    const stored = await tx
      .insert(shortLinks)
      .values(input.map(({ code, target, messageId }) => ({ code, target, messageId, accountId })))
      .onConflictDoNothing()
      .returning({ code: shortLinks.code });
    if (stored.length === input.length) return;
    throw new AppError("unavailable", linkSentences.takenCode, { retryAfterMs: 1000 });
  });
}

/** Deletes links that no message has, because it was refused or is the repeat of another. */
export async function dropLinks(wanted: Wanted): Promise<void> {
  if (wanted.input.length > 0) await db().delete(shortLinks).where(among(wanted));
}

function among({ actor, input }: Wanted) {
  const codes = input.map(({ code }) => code);
  return and(eq(shortLinks.accountId, actor.accountId), anyOf(shortLinks.code, codes));
}
