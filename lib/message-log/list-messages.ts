import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import type { MessageView } from "../messages/contract";
import { viewMessages } from "../messages/view-messages";
import type { Viewer } from "../messages/viewer";
import { visibleTo } from "../messages/visible-to";
import { readCursor, toCursor } from "./_cursor";
import { readPage } from "./_read-page";
import type { ListMessagesQuery } from "./list-contract";

const onlyTests =
  "A test token lists test messages only. Leave test out, or use a live token for live messages.";

/**
 * The messages a viewer can see that pass the filters, newest first. A token that does not say which gets those of
 * its own mode; a test token that asks for live ones is refused with invalid_request. Ids rise with time, so the
 * last one is the keyset: `nextCursor` is the `cursor` of the next page, null at the end. A page has fewer messages than
 * asked for, or none, where 200,000 did not match; the next one goes on from there.
 */
export async function listMessages(
  viewer: Viewer,
  query: ListMessagesQuery,
): Promise<{ data: MessageView[]; nextCursor: string | null }> {
  const { cursor, limit } = query;
  const { accountId, mode } = viewer;
  const test = query.test ?? (mode && mode === "test");
  if (mode === "test" && !test) throw invalidFields({ test: [onlyTests] });
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const scan = { whose: visibleTo(viewer), filter: { ...query, test }, before };
  return readInTurn(accountId, async () => {
    const { rows, searchedTo } = await readPage(scan, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1)?.id : searchedTo;
    return {
      data: await viewMessages(accountId, page),
      nextCursor: last ? toCursor(last) : null,
    };
  });
}
