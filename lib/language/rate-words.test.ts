import { expect, test } from "vitest";
import { rateWords } from "./rate-words";

test.each([
  [{ spent: 0, days: 7, daysLeft: null }, "You haven't used any credits in the last 7 days."],
  [
    { spent: 300, days: 0, daysLeft: null },
    "You used 300 credits since your first message. After 3 days of use, you'll see here how long your balance lasts.",
  ],
  [
    { spent: 300, days: 4, daysLeft: 9 },
    "You used 300 credits since your first message, 4 days ago. At this rate, your balance lasts 9 days.",
  ],
  [
    { spent: 1, days: 7, daysLeft: 0 },
    "You used 1 credit in the last 7 days. At this rate, your balance lasts less than a day.",
  ],
])("%j is said over the days there were", (rate, sentence) => {
  expect(rateWords("en", rate)).toBe(sentence);
});

test("no language claims how long a balance lasts where nothing is known", () => {
  const rate = { spent: 300, days: 2, daysLeft: null };
  expect(rateWords("pl", rate)).toBe(
    "Zużycie od pierwszej wiadomości: 300 kredytów. Po 3 dniach używania zobaczysz tu, na jak długo wystarczy saldo.",
  );
});
