import { and, desc, eq, lt } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { readCursor, toCursor } from "./_cursor";
import { filterMessages } from "./_filter-messages";
import { viewMessages } from "./_view-messages";
import type { MessageView } from "./contract";
import type { ListMessagesQuery } from "./list-contract";

/**
 * An account's messages that pass the filters, newest first. Ids rise with time, so the last one is the
 * keyset: `nextCursor` is the `cursor` of the next page, null at the end.
 */
export async function listMessages(
  accountId: string,
  query: ListMessagesQuery,
): Promise<{ data: MessageView[]; nextCursor: string | null }> {
  const { cursor, limit } = query;
  const older = cursor === undefined ? undefined : lt(messages.id, readCursor(cursor));
  const rows = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), older, ...filterMessages(query)))
    .orderBy(desc(messages.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: await viewMessages(accountId, page),
    nextCursor: last ? toCursor(last.id) : null,
  };
}
