import { expect, test } from "vitest";
import { endReasons, reasonWords } from "@/components/status-words";
import { adviceFor, reasonAdvice } from "@/lib/messages/reason-advice";

test.each(Object.keys(reasonAdvice))("%s has words and advice in both languages", (reason) => {
  for (const language of ["en", "pl"] as const) {
    expect(reasonWords(reason, language)).not.toBe(reason.replaceAll("_", " "));
    expect(adviceFor(reason, language)).not.toMatch(/`|own words|słowa dostawcy/);
  }
});

test("every reason a message can end with can be chosen in the log", () => {
  const ends = Object.entries(reasonAdvice).flatMap(([reason, { field }]) =>
    field === "reason" ? [reason] : [],
  );
  expect([...endReasons].toSorted()).toEqual(ends.toSorted());
});

test.each(["The sender is not registered.", "constructor"])(
  "a reason in the carrier's own words is called that: %s",
  (reason) => expect(adviceFor(reason, "en")).toContain("carrier's own words"),
);
