import { and, asc, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { type Actor, demandPermission } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { shortUrl } from "./short-url";

/** A link of a message, and what became of it. */
export interface LinkView {
  url: string;
  target: string;
  opens: number;
  previews: number;
  /** ISO times; null until a person has opened it. */
  firstOpenedAt: string | null;
  lastOpenedAt: string | null;
}

interface Wanted {
  actor: Actor;
  /** IDs of messages, as they are stored: a page of them. */
  input: string[];
}

/** The short links of messages of the actor's account, by message. Throws forbidden without `read_messages`. */
export async function linksOfMessages({ actor, input }: Wanted): Promise<Map<string, LinkView[]>> {
  demandPermission(actor, "read_messages");
  const found = new Map<string, LinkView[]>();
  if (input.length === 0) return found;
  const rows = await db()
    .select()
    .from(shortLinks)
    .where(and(eq(shortLinks.accountId, actor.accountId), anyOf(shortLinks.messageId, input)))
    .orderBy(asc(shortLinks.code));
  for (const row of rows) {
    if (row.messageId === null) continue;
    found.set(row.messageId, [...(found.get(row.messageId) ?? []), toView(row)]);
  }
  return found;
}

function toView(row: typeof shortLinks.$inferSelect): LinkView {
  const { code, target, opens, previews, firstOpenedAt, lastOpenedAt } = row;
  return {
    ...{ url: shortUrl(appUrl(), code), target, opens, previews },
    firstOpenedAt: firstOpenedAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
