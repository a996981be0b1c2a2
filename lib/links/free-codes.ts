import { shortLinks } from "@/drizzle/schema/links";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { newCode } from "./new-code";

/**
 * Codes that no link has, for links that the transaction is about to store. Two that choose the same at the same moment
 * would both fail, and are tried again with others.
 */
export async function freeCodes(count: number, tx: Tx): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const asked = Array.from({ length: count - free.size }, newCode);
    const taken = await tx
      .select({ code: shortLinks.code })
      .from(shortLinks)
      .where(anyOf(shortLinks.code, asked));
    const known = new Set(taken.map(({ code }) => code));
    for (const code of asked) if (!known.has(code)) free.add(code);
  }
  return [...free];
}
