import { and, asc, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { maxLinks } from "./contract";
import { shortUrl } from "./shorten-links";

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
  /** As on the wire: `msg_…`. */
  input: { messageId: string };
}

/** The short links of a message of the actor's account; none for another's. Throws forbidden without `read_messages`. */
export async function listLinks({ actor, input }: Wanted): Promise<LinkView[]> {
  demandPermission(actor, "read_messages");
  const messageId = parsePublicId("msg", input.messageId);
  if (messageId === undefined) return [];
  const rows = await db()
    .select()
    .from(shortLinks)
    .where(and(eq(shortLinks.accountId, actor.accountId), eq(shortLinks.messageId, messageId)))
    .orderBy(asc(shortLinks.code))
    .limit(maxLinks);
  return rows.map(({ code, target, opens, previews, firstOpenedAt, lastOpenedAt }) => ({
    ...{ url: shortUrl(code), target, opens, previews },
    firstOpenedAt: firstOpenedAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  }));
}
