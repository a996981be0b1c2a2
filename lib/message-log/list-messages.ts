import { type Actor, demandPermission } from "../core/actor";
import { parsePublicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import type { MessageView } from "../messages/contract";
import { viewMessages } from "../messages/view-messages";
import { readCursor, toCursor } from "./_cursor";
import { readPage } from "./_read-page";
import type { ListMessagesQuery } from "./list-contract";
import { logSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListMessagesQuery;
}

/**
 * The messages an actor can see that match all filters, newest first. A token that doesn't filter by mode gets those of
 * its own. Throws invalid_request for a test token that filters for live ones, and forbidden without `read_messages`.
 * Message IDs rise with time, so `nextCursor` is the `cursor` of the next page, null at the end. A page has fewer
 * messages than `limit`, or none, if 200,000 did not match; the next page continues from there.
 */
export async function listMessages({ actor, input }: Wanted): Promise<{
  data: MessageView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_messages");
  const { cursor, limit } = input;
  const { accountId, mode } = actor;
  const test = input.test ?? (mode === null ? undefined : mode === "test");
  if (mode === "test" && !test) throw invalidFields({ test: [logSentences.onlyTests] });
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const filter = { ...input, test, sendId: readCampaign(input.campaignId) };
  const scan = { actor, filter, before };
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

/** An ID of another shape is no campaign's, and finds nothing. */
function readCampaign(campaignId: string | undefined): string | undefined {
  if (campaignId === undefined) return undefined;
  return parsePublicId("cmp", campaignId) ?? nobody;
}

const nobody = "00000000-0000-0000-0000-000000000000";
