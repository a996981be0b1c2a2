import { and, desc, lt } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/read-in-turn";
import type { MessageView } from "../messages/contract";
import { viewMessages } from "../messages/view-messages";
import type { Viewer } from "../messages/viewer";
import { visibleTo } from "../messages/visible-to";
import { readCursor, toCursor } from "./_cursor";
import { filterMessages } from "./_filter-messages";
import type { ListMessagesQuery } from "./list-contract";

const onlyTests =
  "A test token lists test messages only. Leave test out, or use a live token for live messages.";

/**
 * The messages a viewer can see that pass the filters, newest first. A token that does not say which gets those of
 * its own mode; a test token that asks for live ones is refused with invalid_request. Ids rise with time, so the
 * last one is the keyset: `nextCursor` is the `cursor` of the next page, null at the end.
 */
export async function listMessages(
  viewer: Viewer,
  query: ListMessagesQuery,
): Promise<{ data: MessageView[]; nextCursor: string | null }> {
  const { cursor, limit } = query;
  const { accountId, mode } = viewer;
  const test = query.test ?? (mode && mode === "test");
  if (mode === "test" && !test) throw invalidFields({ test: [onlyTests] });
  const older = cursor === undefined ? undefined : lt(messages.id, readCursor(cursor));
  return readInTurn(accountId, async () => {
    const rows = await db()
      .select()
      .from(messages)
      .where(and(visibleTo(viewer), older, ...filterMessages({ ...query, test })))
      .orderBy(desc(messages.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      data: await viewMessages(accountId, page),
      nextCursor: last ? toCursor(last.id) : null,
    };
  });
}
