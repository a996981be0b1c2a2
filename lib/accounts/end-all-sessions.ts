import { eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { endUserSessions } from "../sessions/end-user-sessions";
import { publishEnded } from "../sessions/publish-ended";

/** "Sign out everywhere": ends every session of a user, this one too, and no browser is known any more. */
export async function endAllSessions({ actor }: { actor: UserActor }): Promise<void> {
  demandToAct(actor);
  const { userId } = actor;
  await db().transaction(async (tx) => {
    await tx
      .update(users)
      .set({ deviceGeneration: sql`${users.deviceGeneration} + 1` })
      .where(eq(users.id, userId));
    const sessions = await endUserSessions(userId, tx);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "session.ended", target, after: { sessions } }, tx);
  });
  await publishEnded(userId);
}
