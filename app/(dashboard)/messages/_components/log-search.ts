import { dayOf } from "@/lib/core/time-zone";
import { isMessageStatus, type MessageStatus, messageStatuses } from "@/lib/messages/status";

const filterNames = [
  "direction",
  ...(["status", "test", "since", "until", "zone", "from"] as const),
  ...(["country", "operator", "carrier"] as const),
  ...(["send", "token", "reason", "client_ref", "metadata", "q"] as const),
] as const;
const placeNames = ["before", "after"] as const;

type FilterName = (typeof filterNames)[number];

/** The address of the log after its question mark: filters and the page's place, each a text that is not blank. */
export type LogSearch = Partial<Record<FilterName | (typeof placeNames)[number], string>>;

/** Filters a person set, in the order they are shown; the direction has its own switch, and the zone only explains the days. */
export const shownFilters = filterNames.filter((name) => name !== "direction" && name !== "zone");

/** What narrows received messages as well as sent ones. */
const sharedFilters = ["test", "since", "until", "zone", "q"] as const;

/** Where the messages of the other direction are, narrowed by what holds for both. */
export function directionHref(search: LogSearch, direction: "received" | undefined): string {
  const shared = sharedFilters.map((name) => [name, search[name]]);
  return filteredHref({}, { ...Object.fromEntries(shared), direction });
}

/** What an address says of the log; blanks and what is none of its business are left out. */
export function readLogSearch(params: Record<string, string | string[] | undefined>): LogSearch {
  const search: LogSearch = {};
  for (const name of [...filterNames, ...placeNames]) {
    const text = [params[name] ?? []].flat().join(",").trim();
    if (text !== "") search[name] = text;
  }
  return { ...search, ...wallTimes(search, params) };
}

/** A form has a field for the day and one for the hours and minutes. These alone mean today. */
function wallTimes(
  search: LogSearch,
  params: Record<string, string | string[] | undefined>,
): LogSearch {
  const times: LogSearch = {};
  for (const name of ["since", "until"] as const) {
    const clock = String(params[`${name}_time`] ?? "").slice(0, 5);
    const day = search[name]?.slice(0, 10) ?? search.since?.slice(0, 10);
    if (clock !== "") times[name] = `${day ?? today(search.zone)}T${clock}`;
  }
  return times;
}

function today(zone: string | undefined): string {
  try {
    return dayOf(new Date(), zone ?? "UTC");
  } catch {
    return dayOf(new Date(), "UTC");
  }
}

/** The query string of a search with something changed, as it is written after the path: empty or with its mark. */
export function logQuery(
  search: LogSearch,
  change: Record<string, string | undefined> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...change })) {
    if (value) params.set(name, value);
  }
  // Commas are as safe in a query as letters, and are read more easily.
  const text = params.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

/** Where the log is narrowed anew; a new question starts at its first page. */
export function filteredHref(search: LogSearch, change: LogSearch): string {
  return `/messages${logQuery(search, { ...change, before: undefined, after: undefined })}`;
}

/** The states asked for. */
export function statusesOf({ status = "" }: LogSearch): MessageStatus[] {
  return status.split(",").filter(isMessageStatus);
}

/** The states with one added or taken away, as the address has them. */
export function toggledStatus(search: LogSearch, status: MessageStatus): string | undefined {
  const asked = new Set(statusesOf(search));
  if (!asked.delete(status)) asked.add(status);
  return messageStatuses.filter((each) => asked.has(each)).join(",") || undefined;
}

/** Whether anything narrows the log. */
export function isFiltered(search: LogSearch): boolean {
  return shownFilters.some((name) => search[name] !== undefined);
}
