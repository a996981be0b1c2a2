import { sql } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { db } from "../core/db";
import { codeAlphabet, codeLength } from "./contract";
import { isPreview, type LinkRequest } from "./is-preview";

interface Wanted {
  code: string;
  request: LinkRequest;
}

const isCode = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/**
 * Where a short link leads, counted as opened or as a preview by the same statement; undefined when there is none. Nothing
 * is requested from there, and nothing but the count and the time is stored of who asks.
 */
export async function followLink({ code, request }: Wanted): Promise<string | undefined> {
  if (!isCode.test(code)) return undefined;
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
    .returning({ target: shortLinks.target });
  return link?.target;
}

/** By this process: a clock that is a little off is good enough for a figure, and saves asking the database first. */
function openedAt() {
  return sql`${new Date().toISOString()}::timestamptz`;
}
