import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { invalidFields } from "../core/invalid-fields";
import { jsonIn } from "../core/json-in";
import { toOptOutView } from "./_opt-out-view";
import { visibleNumbers } from "./_test-numbers";
import type { ListOptOutsQuery, OptOutView } from "./contract";
import { optOutSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListOptOutsQuery;
}

/**
 * Who wants no messages of the account, newest first; `nextCursor` is null at the end. A test token sees test numbers
 * only. Throws invalid_request, and
 * forbidden without `read_contacts`.
 */
export async function listOptOuts({ actor, input }: Wanted): Promise<{
  data: OptOutView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_contacts");
  const { number, limit, cursor } = input;
  const rows = await db()
    .select()
    .from(optOuts)
    .where(
      and(
        eq(optOuts.accountId, actor.accountId),
        visibleNumbers(actor),
        number === undefined ? undefined : sql`strpos(${optOuts.to}, ${number}) > 0`,
        cursor === undefined ? undefined : behind(cursor),
      ),
    )
    .orderBy(desc(optOuts.createdAt), desc(optOuts.to), desc(optOuts.from))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map(toOptOutView), nextCursor: last ? toCursor(last) : null };
}

function toCursor({ createdAt, to, from }: typeof optOuts.$inferSelect): string {
  return Buffer.from(JSON.stringify([createdAt.getTime(), to, from])).toString("base64url");
}

function behind(cursor: string): SQL {
  const place = jsonIn(Buffer.from(cursor, "base64url").toString());
  const [ms, to, from] = Array.isArray(place) ? (place as unknown[]) : [];
  const isPlace =
    typeof ms === "number" && Math.abs(ms) < 8e15 && typeof to === "string" && /^\d+$/.test(to);
  if (!isPlace || typeof from !== "string" || from.includes("\0")) {
    throw invalidFields({ cursor: [optOutSentences.wrongCursor] });
  }
  const at = new Date(ms).toISOString();
  return sql`(${optOuts.createdAt}, ${optOuts.to}, ${optOuts.from}) < (${at}::timestamptz, ${to}, ${from})`;
}
