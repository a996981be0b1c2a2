import { and, desc, eq, lt } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { readMessageId } from "./_read-message-id";
import { viewMessages } from "./_view-messages";
import type { MessageView } from "./contract";

interface Page {
  /** 1 to 1000. */
  limit: number;
  /** Only messages older than this one (`msg_…`); ids rise with time, so they are the keyset. */
  before?: string | undefined;
}

/** An account's messages, newest first. `nextCursor` is the `before` of the next page, null at the end. */
export async function listMessages(
  accountId: string,
  { limit, before }: Page,
): Promise<{ data: MessageView[]; nextCursor: string | null }> {
  const older = before ? lt(messages.id, readMessageId(before)) : undefined;
  const rows = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), older))
    .orderBy(desc(messages.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: await viewMessages(accountId, page),
    nextCursor: last ? publicId("msg", last.id) : null,
  };
}
