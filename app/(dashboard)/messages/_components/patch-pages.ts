import type { MessageView } from "@/lib/messages/contract";
import { isTerminal } from "@/lib/messages/status";

interface Page {
  data: MessageView[];
}

/**
 * Puts changed messages in their rows and new ones on top, newest first. A message older than what is
 * loaded and not among it stays out: it belongs to a page nobody has asked for. A final state is never undone;
 * its webhooks still move.
 */
export function patchPages<P extends Page>(
  pages: P[],
  changed: readonly MessageView[],
): { pages: P[]; added: string[] } {
  const news = new Map(changed.map((message) => [message.message_id, message]));
  const newestId = pages[0]?.data[0]?.message_id ?? "";
  const patched = pages.map((page) => ({
    ...page,
    data: page.data.map((row) => {
      const next = news.get(row.message_id);
      news.delete(row.message_id);
      return next && (isTerminal(next.status) || !isTerminal(row.status)) ? next : row;
    }),
  }));
  // Ids are time-ordered, so comparing them compares ages.
  const fresh = [...news.values()]
    .filter(({ message_id }) => message_id > newestId)
    .sort((a, b) => (a.message_id < b.message_id ? 1 : -1));
  const [first, ...rest] = patched;
  if (!first || fresh.length === 0) return { pages: patched, added: [] };
  const top = { ...first, data: [...fresh, ...first.data] };
  return { pages: [top, ...rest], added: fresh.map(({ message_id }) => message_id) };
}
