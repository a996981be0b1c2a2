import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import { demandToAct, type UserActor } from "../core/actor";
import type { Tx } from "../core/db";

interface Wanted {
  actor: UserActor;
  tx: Tx;
}

/** Ends every session of a user but the actor's own; call `publishSessionsChange` after the commit. */
export async function endOtherSessions({ actor, tx }: Wanted): Promise<void> {
  demandToAct(actor);
  const { userId, sessionId } = actor;
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}
