import type { LogPage } from "@/lib/message-log/log-contract";
import type { MessageView } from "@/lib/messages/contract";
import { isTerminal } from "@/lib/messages/status";

interface Absorbing {
  /** Whether messages nobody has seen yet come on top; a filtered or older page cannot know where they belong. */
  takesNew: boolean;
  /** Rows beyond this many fall off the end: they are a page further on. */
  maxRows: number;
}

/**
 * Puts changed messages in their rows and new ones on top, newest first. A message older than the newest and
 * not on the page stays out: it belongs to another one. A final state is never undone; its webhooks still move.
 */
export function absorbChanges(
  page: LogPage,
  changed: readonly MessageView[],
  { takesNew, maxRows }: Absorbing,
): LogPage {
  const news = new Map(changed.map((message) => [message.message_id, message]));
  const newestId = page.data[0]?.message_id ?? "";
  const patched = page.data.map((row) => {
    const next = news.get(row.message_id);
    news.delete(row.message_id);
    return next && (isTerminal(next.status) || !isTerminal(row.status)) ? next : row;
  });
  // Ids are time-ordered, so comparing them compares ages.
  const fresh = takesNew
    ? [...news.values()].filter(({ message_id }) => message_id > newestId).sort(newestFirst)
    : [];
  return trim({ ...page, data: [...fresh, ...patched] }, maxRows);
}

/** The newest page as the server has it now, with the rows further down that were known before. */
export function joinPages(answer: LogPage, known: LogPage | undefined, maxRows: number): LogPage {
  const last = answer.data.at(-1)?.message_id;
  if (!known || !answer.has_older || last === undefined) return answer;
  const rest = known.data.filter(({ message_id }) => message_id < last);
  return trim({ ...answer, data: [...answer.data, ...rest] }, maxRows);
}

function trim(page: LogPage, maxRows: number): LogPage {
  if (page.data.length <= maxRows) return page;
  return { ...page, data: page.data.slice(0, maxRows), has_older: true, searched_to: null };
}

function newestFirst(a: MessageView, b: MessageView): number {
  return a.message_id < b.message_id ? 1 : -1;
}
