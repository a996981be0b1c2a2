import { expect, test } from "vitest";
import { maxPerAccount, sharePlaces } from "./_share-places";

const dueOf = (account_id: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    ...{ account_id, endpoint_id: `${account_id} ${place}`, enabled: true, has_left: false },
  }));
const none = new Map<string, string>();

test("an account with many hosts leaves places to others", () => {
  const due = [...dueOf("many", 100), ...dueOf("few", 3)];
  const { within, crowded } = sharePlaces({ due, busy: none });
  expect(within.filter(({ account_id }) => account_id === "many")).toHaveLength(maxPerAccount);
  expect(within.filter(({ account_id }) => account_id === "few")).toHaveLength(3);
  expect([...crowded]).toEqual(["many"]);
});

test("what is served already counts, and goes on", () => {
  const due = dueOf("many", maxPerAccount + 1);
  const busy = new Map(due.slice(1).map(({ endpoint_id }) => [endpoint_id, "many"]));
  const { within, crowded } = sharePlaces({ due, busy });
  expect(within).toEqual(due.slice(1));
  expect([...crowded]).toEqual(["many"]);
});

test("up to its share, an account has every place it needs", () => {
  const due = dueOf("some", maxPerAccount);
  expect(sharePlaces({ due, busy: none })).toEqual({ within: due, crowded: new Set() });
});
