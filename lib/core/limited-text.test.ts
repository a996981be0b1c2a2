import { expect, test, vi } from "vitest";
import { z } from "zod";
import { limitedList } from "./limited-list";
import { limitedText } from "./limited-text";
import { operatorSentence } from "./operator-sentence";

test("a text that is too long meets no other check, and no transformation", () => {
  const seen = vi.fn((text: string) => text);
  const schema = limitedText(3)
    .regex(/^b/, "not b")
    .refine((text) => seen(text) === "", "refined")
    .transform(seen)
    .pipe(z.string().transform(seen));
  expect(schema.safeParse("aaaa").error?.issues.map(({ message }) => message)).toEqual([
    "Use at most 3 characters.",
  ]);
  expect(seen).not.toHaveBeenCalled();
});

test("a list that is too long is refused before its first item is looked at", () => {
  const seen = vi.fn(() => true);
  const limits = {
    ...{ min: 1, max: 2, error: operatorSentence("no list") },
    ...{ tooFew: operatorSentence("empty"), tooMany: operatorSentence("too many") },
  };
  const schema = limitedList(z.unknown().refine(seen), limits);
  const said = (value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  expect(said([1, 2, 3])).toBe("too many");
  expect(seen).not.toHaveBeenCalled();
  expect([said("x"), said([]), said([1])]).toEqual(["no list", "empty", undefined]);
});
