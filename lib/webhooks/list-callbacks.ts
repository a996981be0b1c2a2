import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { coreSentences } from "../core/sentences";

interface Wanted {
  actor: Actor;
  /** `cursor` is the last message of the page before. */
  input: { limit: number; cursor: string | undefined };
}

interface CallbackView {
  message_id: string;
  url: string;
}

/**
 * Where messages of an account report to, oldest message first, as long as that is kept. Throws invalid_request for a
 * wrong cursor, and forbidden without `manage_webhooks`.
 */
export async function listCallbacks({
  actor,
  input: { limit, cursor },
}: Wanted): Promise<{ data: CallbackView[]; nextCursor: string | null }> {
  demandPermission(actor, "manage_webhooks");
  const after = cursor === undefined ? undefined : parsePublicId("msg", cursor);
  if (cursor !== undefined && after === undefined) {
    throw invalidFields({ cursor: [coreSentences.wrongCursor] });
  }
  const rows = await db()
    .select({ messageId: messageCallbacks.messageId, url: messageCallbacks.url })
    .from(messageCallbacks)
    .where(
      and(
        eq(messageCallbacks.accountId, actor.accountId),
        isNotNull(messageCallbacks.url),
        after === undefined ? undefined : gt(messageCallbacks.messageId, after),
      ),
    )
    .orderBy(asc(messageCallbacks.messageId))
    .limit(limit);
  const data = rows.map(({ messageId, url }) => ({
    message_id: publicId("msg", messageId),
    url: url ?? "",
  }));
  return { data, nextCursor: rows.length < limit ? null : (data.at(-1)?.message_id ?? null) };
}
