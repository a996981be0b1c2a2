import { sql } from "drizzle-orm";
import journal from "@/drizzle/migrations/meta/_journal.json";
import { db } from "../core/db";
import { codeOf } from "../core/to-app-error";

/** SQLSTATEs of a schema or table that is not there (PostgreSQL, appendix A). */
const missing = ["3F000", "42P01"];

/** Whether the database has this build's migrations; a newer build may already have added its own. */
export async function isMigrated(): Promise<boolean> {
  const newest = Math.max(...journal.entries.map(({ when }) => when));
  const rows = await db()
    .execute<{ applied: string | null }>(
      sql`select max(created_at) as applied from drizzle.__drizzle_migrations`,
    )
    .catch((error: unknown) => {
      if (missing.includes(codeOf(error))) return [];
      throw error;
    });
  return Number(rows[0]?.applied ?? 0) >= newest;
}
