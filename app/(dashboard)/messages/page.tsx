import type { Metadata } from "next";
import { requireSession } from "@/lib/accounts/session";
import { listMessages } from "@/lib/messages/list-messages";
import { MessageLog } from "./_components/message-log";

export const metadata: Metadata = { title: "Messages" };

/** The message log: the newest rows come with the page, the rest and all changes live. */
export default async function MessagesPage() {
  const { accountId } = await requireSession("/messages");
  const { data, nextCursor } = await listMessages(accountId, { limit: 50 });
  return <MessageLog firstPage={{ data, next_cursor: nextCursor }} />;
}
