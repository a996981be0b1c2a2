import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { sends } from "@/drizzle/schema/sends";
import { type Actor, demandScope } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId, publicId } from "../core/ids";
import type { SendView } from "./contract";
import { sendSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire, `snd_…`. */
  input: { sendId: string };
}

/**
 * A send to many with its progress; for a test token, with that of its test messages. Throws not_found, and forbidden
 * without the scope `read`.
 */
export async function getSend({ actor, input }: Wanted): Promise<SendView> {
  demandScope(actor, "read");
  const { accountId, mode } = actor;
  const id = parsePublicId("snd", input.sendId);
  const [send] = id
    ? await db()
        .select()
        .from(sends)
        .where(and(eq(sends.accountId, accountId), eq(sends.id, id)))
    : [];
  if (!send) throw new AppError("not_found", sendSentences.notFound);
  const counts = await db()
    .select({
      status: messages.status,
      messages: sql<number>`count(*)::int`,
      credits: sql<number>`sum(${messages.credits})::int`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.accountId, accountId),
        eq(messages.sendId, send.id),
        mode === "test" ? eq(messages.test, true) : undefined,
      ),
    )
    .groupBy(messages.status);
  return {
    send_id: publicId("snd", send.id),
    name: send.name,
    created_at: send.createdAt.toISOString(),
    messages: counts.reduce((sum, each) => sum + each.messages, 0),
    credits: counts.reduce((sum, each) => sum + each.credits, 0),
    statuses: Object.fromEntries(counts.map((each) => [each.status, each.messages])),
  };
}
