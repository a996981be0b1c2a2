import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { noSuchMessage, readMessageId } from "./_read-message-id";
import type { Caller } from "./caller";

/** Throws forbidden when a test token would move or cancel a live message, and not_found where there is none. */
export async function demandChangeable(
  { accountId, test }: Pick<Caller, "accountId" | "test">,
  messageId: string,
): Promise<void> {
  if (!test) return;
  const [message] = await db()
    .select({ test: messages.test })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, readMessageId(messageId))));
  if (!message) throw noSuchMessage();
  // Whether a message is a test is said when it is accepted and never changes.
  if (!message.test) throw new AppError("forbidden", "A test token cannot change live messages.");
}
