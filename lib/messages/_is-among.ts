import type { SQL } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";

/**
 * That a message is one of these, for a statement that joins it with them anyway: they are looked up by their key. With
 * the join alone, a planner that takes the table for small reads all of it.
 */
export function isAmong(rows: { id: string }[]): SQL {
  return anyOf(
    messages.id,
    rows.map(({ id }) => id),
  );
}
