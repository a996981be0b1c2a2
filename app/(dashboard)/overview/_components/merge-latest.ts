import type { MessageView } from "@/lib/messages/contract";
import { isTerminal } from "@/lib/messages/status";

/** The newest messages of those known and those just changed, newest first. A final state is never undone. */
export function mergeLatest(
  known: readonly MessageView[],
  changed: readonly MessageView[],
  most: number,
): MessageView[] {
  const byId = new Map(known.map((message) => [message.message_id, message]));
  for (const message of changed) {
    const before = byId.get(message.message_id);
    const isUndone = before && isTerminal(before.status) && !isTerminal(message.status);
    if (!isUndone) byId.set(message.message_id, message);
  }
  // Ids are time-ordered, so comparing them compares ages.
  return [...byId.values()].sort((a, b) => (a.message_id < b.message_id ? 1 : -1)).slice(0, most);
}
