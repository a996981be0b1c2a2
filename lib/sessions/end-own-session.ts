import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/drizzle/schema/accounts";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { publishSessionsChange } from "../queue/notice";

interface Wanted {
  actor: UserActor;
  /** Nobody has checked the ID. */
  input: { sessionId: unknown };
}

/** Ends one of a user's sessions. Ending what has ended is fine; another user's stays untouched. */
export async function endOwnSession({ actor, input }: Wanted): Promise<void> {
  demandToAct(actor);
  const id = z.guid().safeParse(input.sessionId);
  if (!id.success) return;
  await db()
    .delete(sessions)
    .where(and(eq(sessions.id, id.data), eq(sessions.userId, actor.userId)));
  publishSessionsChange(actor.accountId);
}
