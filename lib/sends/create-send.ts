import { and, eq } from "drizzle-orm";
import { sends } from "@/drizzle/schema/sends";
import { db } from "../core/db";
import { newId } from "../core/ids";

interface NewSend {
  accountId: string;
  /** The idempotency key of the request. */
  key: string;
  name: string;
  recipients: number;
}

/** Names a send to many and returns its id. A repeated key returns the id of the first request, which keeps its name. */
export async function createSend(send: NewSend): Promise<string> {
  const id = newId();
  const [created] = await db()
    .insert(sends)
    .values({ ...send, id, createdAt: new Date() })
    .onConflictDoNothing({ target: [sends.accountId, sends.key] })
    .returning({ id: sends.id });
  if (created) return created.id;
  const [known] = await db()
    .select({ id: sends.id })
    .from(sends)
    .where(and(eq(sends.accountId, send.accountId), eq(sends.key, send.key)));
  return known?.id ?? id;
}
