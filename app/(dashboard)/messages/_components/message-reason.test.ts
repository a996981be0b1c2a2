import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { endReasons, reasonWords } from "@/components/status-words";
import { adviceFor, messageReasons, reasonAdvice } from "@/lib/messages/reason-advice";

/** Every reason that the code of carriers and messages writes. */
function writtenReasons(): string[] {
  const files = ["carriers", "messages"].flatMap((folder) =>
    readdirSync(`lib/${folder}`)
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => `lib/${folder}/${name}`),
  );
  const found = files.flatMap((path) => [
    ...readFileSync(path, "utf8").matchAll(/\breason:? [:=]?\s*"([a-z]+(?:_[a-z]+)+)"/g),
  ]);
  return [...new Set(found.map(([, reason = ""]) => reason))];
}

test("every reason that the code gives has words and advice in both languages", () => {
  const written = writtenReasons();
  expect(written).toContain("carrier_down");
  expect(written).toContain("not_sent_in_time");
  expect(Object.keys(messageReasons)).toEqual(expect.arrayContaining(written));
  for (const language of ["en", "pl"] as const) {
    expect(Object.keys(reasonAdvice[language]).toSorted()).toEqual(
      Object.keys(messageReasons).toSorted(),
    );
    for (const reason of Object.keys(messageReasons)) {
      expect(reasonWords(reason, language)).not.toBe(reason.replaceAll("_", " "));
    }
  }
});

test("every reason a message can end with can be chosen in the log", () => {
  const ends = Object.entries(messageReasons).flatMap(([reason, when]) =>
    when === "end" ? [reason] : [],
  );
  expect([...endReasons].toSorted()).toEqual(ends.toSorted());
});

test("a reason in the carrier's own words is called that", () => {
  expect(adviceFor("The sender is not registered.", "en")).toContain("carrier's own words");
});
