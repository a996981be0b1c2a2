import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { shortLinks } from "@/drizzle/schema/links";
import { db } from "../core/db";
import { isCode } from "./is-code";
import { isPreview, type LinkRequest } from "./is-preview";

interface Wanted {
  code: string;
  request: LinkRequest;
}

/**
 * Where a short link leads, counted as opened or as a preview by the same statement; undefined when there is none, or its
 * account is suspended. Nothing is requested from there, and nothing but the count and the time is stored of who asks.
 */
export async function followLink({ code, request }: Wanted): Promise<string | undefined> {
  if (!isCode(code)) return undefined;
  const counted = isPreview(request)
    ? { previews: sql`${shortLinks.previews} + 1` }
    : {
        opens: sql`${shortLinks.opens} + 1`,
        firstOpenedAt: sql`coalesce(${shortLinks.firstOpenedAt}, ${openedAt()})`,
        lastOpenedAt: openedAt(),
      };
  const [link] = await db()
    .update(shortLinks)
    .set(counted)
    .where(sql`${shortLinks.code} = ${code}`)
    .returning({ target: shortLinks.target, accountId: shortLinks.accountId });
  if (!link || (await isSuspended(link.accountId))) return undefined;
  return link.target;
}

/** Whoever is suspended may have sent people to a page that does harm. */
async function isSuspended(accountId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "suspended")));
  return rows.length > 0;
}

/** By this process: a clock that is a little off is good enough for a figure, and saves asking the database first. */
function openedAt() {
  return sql`${new Date().toISOString()}::timestamptz`;
}
