import { and, eq } from "drizzle-orm";
import { sends } from "@/drizzle/schema/sends";
import { type Actor, demandScope } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";

interface Wanted {
  actor: Actor;
  /** `key` is the idempotency key of the request. */
  input: { key: string; name: string; recipients: number };
}

/**
 * Names a send to many and returns its ID. A repeated key returns the ID of the first request, which keeps its name.
 * Throws forbidden without the scope `send`.
 */
export async function createSend({ actor, input }: Wanted): Promise<string> {
  demandScope(actor, "send");
  const { accountId } = actor;
  const id = newId();
  const [created] = await db()
    .insert(sends)
    .values({ ...input, accountId, id, createdAt: new Date() })
    .onConflictDoNothing({ target: [sends.accountId, sends.key] })
    .returning({ id: sends.id });
  if (created) return created.id;
  const [known] = await db()
    .select({ id: sends.id })
    .from(sends)
    .where(and(eq(sends.accountId, accountId), eq(sends.key, input.key)));
  return known?.id ?? id;
}
