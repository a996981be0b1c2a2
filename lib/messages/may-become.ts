import { type SQL, sql } from "drizzle-orm";
import { type MessageStatus, statusesBefore } from "./status";

/**
 * The condition on a message that it may go to a state, as text and not as parameters: it has to match the words of
 * the indexes on due and on open messages.
 */
export function mayBecome(to: MessageStatus): SQL {
  const list = statusesBefore(to).map((from) => `'${from}'`);
  return sql.raw(`status in (${list.join(", ")})`);
}
