import { and, eq, type SQL, sql } from "drizzle-orm";
import { activityEvents } from "@/drizzle/schema/activity";
import { type Actor, demandPermission } from "../core/actor";
import { readInTurn } from "../core/limits/read-in-turn";
import { toOwnView } from "./_activity-view";
import { isNamed, readActivity } from "./_read-activity";
import type { ActivityView, ListActivityQuery } from "./contract";

interface Wanted {
  actor: Actor;
  input: ListActivityQuery;
}

/**
 * What was done in an account, newest first; `nextCursor` is null at the end. Throws invalid_request for a cursor that is
 * none, and forbidden without `read_activity`.
 */
export async function listActivity({ actor, input }: Wanted): Promise<{
  data: ActivityView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_activity");
  const { accountId } = actor;
  const whose = and(eq(activityEvents.accountId, accountId), isOwnName(input.actor));
  const { rows, nextCursor } = await readInTurn(accountId, () => readActivity(whose, input));
  return { data: rows.map(toOwnView), nextCursor };
}

/** Who of the installation acted can't be found out by their name either. */
function isOwnName(text: string | undefined): SQL | undefined {
  return text
    ? and(isNamed(text), sql`${activityEvents.actorKind} in ('user', 'token')`)
    : undefined;
}
