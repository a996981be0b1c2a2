import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { publishSessionsChange } from "../queue/notice";
import { browserWords } from "./browser-words";

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
  await db().transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id.data), eq(sessions.userId, actor.userId)))
      .returning({ userAgent: sessions.userAgent });
    if (!ended) return;
    const target = { name: actor.email };
    const after = { sessions: 1, browser: browserWords(ended.userAgent) };
    await recordActivity({ actor, action: "session.ended", target, after }, tx);
  });
  publishSessionsChange(actor.accountId);
}
