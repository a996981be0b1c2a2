import { type messageResource, messagesPath } from "./message-resource";

interface Page {
  accountSid: string;
  messages: ReturnType<typeof messageResource>[];
  /** The query that asked for the page, with what it leaves out. */
  query: {
    filters: [name: string, value: string][];
    page: number;
    pageSize: number;
    token: string | undefined;
  };
  /** Where the next page begins; null at the end. */
  nextToken: string | null;
}

/** A page of messages as Twilio's API shows it. It names the next page and the first, but none before it. */
export function pageResource({ accountSid, messages, query, nextToken }: Page) {
  const { filters, page, pageSize, token } = query;
  const start = page * pageSize;
  const uriOf = (number: number, from?: string) => {
    const place = [["Page", String(number)], ...(from ? [["PageToken", from]] : [])];
    const wanted = [...filters, ["PageSize", String(pageSize)], ...place] as [string, string][];
    return `${messagesPath(accountSid)}.json?${new URLSearchParams(wanted)}`;
  };
  return {
    end: start + Math.max(0, messages.length - 1),
    first_page_uri: uriOf(0),
    messages,
    next_page_uri: nextToken === null ? null : uriOf(page + 1, nextToken),
    page,
    page_size: pageSize,
    previous_page_uri: null,
    start,
    uri: uriOf(page, token),
  };
}
