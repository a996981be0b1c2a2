import { invalidFields } from "../core/invalid-fields";
import { twilioSentences } from "./sentences";

const known = [
  ...["To", "From", "DateSent", "DateSent<", "DateSent>"],
  ...["PageSize", "Page", "PageToken"],
];
const filterNames = known.slice(0, 5);
const sizes = { usual: 50, max: 1000 };
const dayMs = 86_400_000;
const maxNameLength = 40;

interface ListQuery {
  /** The query of `GET /api/sms`, which nobody has checked. */
  wire: Record<string, string | number>;
  /** As Twilio names them, to repeat them in the address of the next page. */
  filters: [name: string, value: string][];
  page: number;
  pageSize: number;
  /** Where the page begins; undefined for the first one. */
  token: string | undefined;
}

/**
 * Reads the query of Twilio's `GET Messages.json` as one of ours. Throws invalid_request, with Twilio's names, for a
 * parameter there is not: a misspelled filter would otherwise list everything.
 */
export function readListQuery(query: URLSearchParams): ListQuery {
  const unknown = [...query.keys()].find((name) => !known.includes(name))?.slice(0, maxNameLength);
  if (unknown !== undefined) {
    const sentence = twilioSentences.unknownParameter({ name: unknown, known: known.join(", ") });
    throw invalidFields({ [unknown]: [sentence] });
  }
  const value = (name: string) => query.get(name) || undefined;
  const token = value("PageToken");
  const pageSize = readPageSize(value("PageSize"));
  const page = readPage(value("Page") ?? "0", token);
  const filters = filterNames.flatMap((name): [string, string][] => {
    const given = value(name);
    return given === undefined ? [] : [[name, given]];
  });
  const wire = {
    ...given("to", value("To")),
    ...given("from", value("From")),
    ...period(value),
    ...given("cursor", token),
    limit: pageSize,
  };
  return { wire, filters, page, pageSize, token };
}

function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

/** A day alone is that day; the others are its beginning. */
function period(value: (name: string) => string | undefined): Record<string, string> {
  const day = readTime("DateSent", value("DateSent"));
  const since = readTime("DateSent>", value("DateSent>")) ?? day;
  const until =
    readTime("DateSent<", value("DateSent<")) ?? (day && new Date(day.getTime() + dayMs));
  return { ...given("since", since?.toISOString()), ...given("until", until?.toISOString()) };
}

function readTime(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/;
  const ms = isTime.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw invalidFields({ [name]: [twilioSentences.wrongDate({ name })] });
  return new Date(ms);
}

function readPageSize(text: string | undefined): number {
  if (text === undefined) return sizes.usual;
  const size = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= sizes.max) return size;
  throw invalidFields({ PageSize: [twilioSentences.wrongPageSize] });
}

/** It counts for nothing but the next one's address; which page it is says the token. */
function readPage(text: string, token: string | undefined): number {
  const page = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (page === 0 || (page > 0 && token !== undefined)) return page;
  throw invalidFields({ Page: [twilioSentences.wrongPage] });
}
