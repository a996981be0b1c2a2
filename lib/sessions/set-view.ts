import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";

interface View {
  actor: Pick<UserActor, "sessionId">;
  /** The account to look at from now on, and until when; null for the actor's own again. */
  input: { accountId: string; until: Date } | null;
}

/** Has a session of an administrator show an account, or their own again. Who may is asked by the caller. */
export async function setView({ actor, input }: View): Promise<void> {
  await db()
    .update(sessions)
    .set({ viewedAccountId: input?.accountId ?? null, viewedUntil: input?.until ?? null })
    .where(eq(sessions.id, actor.sessionId));
}
