import { expect, test } from "vitest";
import { pageResource } from "./page-resource";
import { readListQuery } from "./read-list-query";

const queryOf = (uri: string) => readListQuery(new URL(uri, "https://example.com").searchParams);

test.each<Record<string, string>>([
  { PageSize: "10" },
  { To: "+48732129000", Page: "3", PageToken: "abc", PageSize: "10" },
])("a page's own address asks for that page again, and the next one for the next: %j", (asked) => {
  const query = readListQuery(new URLSearchParams(asked));
  const page = pageResource({ accountSid: "AC1", messages: [], query, nextToken: "def" });
  expect(queryOf(page.uri)).toEqual(query);
  expect(queryOf(page.next_page_uri ?? "")).toMatchObject({
    ...{ page: query.page + 1, pageSize: 10, token: "def", filters: query.filters },
  });
  expect(queryOf(page.first_page_uri)).toMatchObject({ page: 0, token: undefined });
});
