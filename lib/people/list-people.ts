import { asc, eq, max } from "drizzle-orm";
import { sessions, sessionUses, users } from "@/drizzle/schema/accounts";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { roles } from "../core/permissions";
import type { PersonView } from "./contract";

/** The people of an account: by their role, then by their email. Throws forbidden without `manage_people`. */
export async function listPeople({ actor }: { actor: UserActor }): Promise<PersonView[]> {
  demandPermission(actor, "manage_people");
  const [people, seen] = await Promise.all([
    db().select().from(users).where(eq(users.accountId, actor.accountId)).orderBy(asc(users.email)),
    lastSeen(actor.accountId),
  ]);
  return people
    .map(({ id: userId, email, name, role, totpEnabledAt }) => ({
      ...{ userId, email, name, role },
      lastSeenAt: seen.get(userId)?.toISOString() ?? null,
      hasTwoStep: totpEnabledAt !== null,
      isYou: userId === actor.userId,
    }))
    .toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
}

/** When each person's browsers were last used, of those that are signed in. */
async function lastSeen(accountId: string): Promise<Map<string, Date | null>> {
  const rows = await db()
    .select({ userId: sessions.userId, at: max(sessionUses.lastSeenAt) })
    .from(sessions)
    .innerJoin(sessionUses, eq(sessionUses.sessionId, sessions.id))
    .where(eq(sessionUses.accountId, accountId))
    .groupBy(sessions.userId);
  return new Map(rows.map(({ userId, at }) => [userId, at]));
}
