import { expect, test } from "vitest";
import type { FormInput } from "@/lib/actions/form-input";
import { pastedBody, readReplayForm } from "./read-forms";

const nowMs = Date.UTC(2026, 4, 15, 12);

test.each([
  [{ kind: "failed_since", since: "24" }, "failed_since", "2026-05-14T12:00:00.000Z"],
  [{ kind: "missing_since", since: "1" }, "missing_since", "2026-05-15T11:00:00.000Z"],
  [
    { kind: "failed_since", since: "2026-05-01T00:00:00.000Z" },
    "failed_since",
    "2026-05-01T00:00:00.000Z",
  ],
  [
    { kind: "failed_since", since: "time", since_time: "2026-05-02T08:30:00.000Z" },
    "failed_since",
    "2026-05-02T08:30:00.000Z",
  ],
])("%j means %s %s", (form, kind, since) => {
  expect(readReplayForm(form, nowMs)).toEqual({ kind, since });
});

test.each<FormInput>([
  {},
  { since: "time" },
  { since: "time", since_time: "" },
  { since: "yesterday" },
])("%j is no time, which is said beside the field", (form) => {
  const fields = { since_time: ["Choose a day and a time."] };
  expect(() => readReplayForm(form, nowMs)).toThrow(
    expect.objectContaining({ details: { fields } }),
  );
});

test("a pasted body loses what forms and pasting add, and nothing else", () => {
  expect(pastedBody('{\r\n  "a": 1\r\n}\r\n')).toBe('{\n  "a": 1\n}');
  expect(pastedBody(' {"a":1} ')).toBe(' {"a":1} ');
  expect(pastedBody(undefined)).toBe("");
});

test("a run of line breaks inside a pasted body costs no more than letters", () => {
  const took = (text: string) => {
    const began = performance.now();
    pastedBody(text);
    return performance.now() - began;
  };
  const plainMs = took("a".repeat(1_000_000));
  expect(took(`${"\n".repeat(1_000_000)}a`)).toBeLessThan(Math.max(200, 20 * plainMs));
});
