import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { activityEvents } from "@/drizzle/schema/activity";
import { readDb } from "../core/db";
import { clockDriftMs, firstIdAt, parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import type { ListActivityQuery } from "./contract";
import { activitySentences } from "./sentences";

export type ActivityRow = typeof activityEvents.$inferSelect;

/** The events of `whose` that match all filters, newest first, and the cursor of the next page. */
export async function readActivity(
  whose: SQL | undefined,
  { limit, cursor, ...filter }: ListActivityQuery,
): Promise<{ rows: ActivityRow[]; nextCursor: string | null }> {
  const { id } = activityEvents;
  const rows = await readDb()
    .select()
    .from(activityEvents)
    .where(
      and(
        whose,
        cursor === undefined ? undefined : lt(id, readCursor(cursor)),
        ...conditionsOf(filter),
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, nextCursor: last ? publicId("act", last.id) : null };
}

function conditionsOf({ action, since, until }: Omit<ListActivityQuery, "limit" | "cursor">) {
  const { id, at } = activityEvents;
  return [
    action && eq(activityEvents.action, action),
    // The bound on the ID only skips months that are out of range.
    since && and(gte(at, since), gte(id, firstIdAt(since.getTime() - clockDriftMs))),
    until && and(lt(at, until), lt(id, firstIdAt(until.getTime() + clockDriftMs))),
  ];
}

/** Whether somebody's name contains a text, in any case; undefined for no text. */
export function isNamed(text: string | undefined): SQL | undefined {
  if (!text) return undefined;
  return sql`strpos(lower(${activityEvents.actorLabel}), lower(${text})) > 0`;
}

function readCursor(cursor: string): string {
  const id = parsePublicId("act", cursor);
  if (!id) throw invalidFields({ cursor: [activitySentences.wrongCursor] });
  return id;
}
