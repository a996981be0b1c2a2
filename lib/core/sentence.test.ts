import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "./errors";
import { invalidFields } from "./invalid-fields";
import { limitedList } from "./limited-list";
import { limitedText } from "./limited-text";
import { fieldSentences, parseInput } from "./parse-input";
import { sentences } from "./sentence";
import { worded, wordedIssue } from "./worded";

const table = sentences("table", {
  gone: { en: "It is gone.", pl: "Nie ma go." },
  tooMany: ({ max }: { max: number }) => ({ en: `At most ${max}`, pl: `Najwyżej ${max}` }),
  odd: ({ text }: { text: string }) => ({ en: `“${text}” is odd.`, pl: `„${text}” to nie to.` }),
});

test("a sentence is a key with parameters, and has its words in each language", () => {
  const sentence = table.tooMany({ max: 3 });
  expect(sentence).toMatchObject({ key: "table.tooMany", params: { max: 3 } });
  expect([sentence.in("en"), sentence.in("pl")]).toEqual(["At most 3", "Najwyżej 3"]);
});

test("what has no Polish, wrong parameters, or no table, does not compile", () => {
  // @ts-expect-error a sentence needs each language.
  sentences("table", { gone: { en: "It is gone." } });
  // @ts-expect-error so does one with parameters.
  sentences("table", { tooMany: ({ max }: { max: number }) => ({ en: `At most ${max}` }) });
  // @ts-expect-error parameters have their types.
  table.tooMany({ max: "3" });
  // @ts-expect-error and their names.
  table.tooMany({ most: 3 });
  // @ts-expect-error a look-alike is none.
  const lookAlike: typeof table.gone = { key: "x", params: {}, in: () => "It is gone." };
  expect(lookAlike.in("pl")).toBe("It is gone.");
});

test("an error is English for the API and the log, and each screen asks in its language", () => {
  const error = new AppError("conflict", table.tooMany({ max: 3 }));
  expect(error.message).toBe("At most 3");
  expect(error.sentence.in("pl")).toBe("Najwyżej 3");
  expect(error.fieldsIn("pl")).toBeUndefined();
});

test("an error of fields has English ones in its details, and words each for a screen", () => {
  const error = invalidFields({ a: [table.tooMany({ max: 3 }), table.gone], b: [table.gone] });
  expect(error.message).toBe("At most 3. It is gone.");
  expect(error.sentence.in("pl")).toBe("Najwyżej 3. Nie ma go.");
  expect(error.details.fields).toEqual({ a: ["At most 3", "It is gone."], b: ["It is gone."] });
  expect(error.fieldsIn("pl")).toEqual({ a: ["Najwyżej 3", "Nie ma go."], b: ["Nie ma go."] });
});

test("each kind of check in a contract keeps its sentence until a language is chosen", () => {
  const odd = ({ input }: { input?: unknown }) => table.odd({ text: String(input) });
  const Contract = z.object({
    text: limitedText(3, { error: table.gone, tooLong: odd }),
    again: limitedText(9)
      .min(2, worded(odd))
      .refine((text) => text !== "no", worded(table.gone)),
    list: limitedList(z.enum(["a"], worded(odd)), { max: 2, error: table.gone, tooMany: odd({}) }),
    whole: z.coerce.number(worded(table.gone)).int(worded(table.tooMany({ max: 1 }))),
    when: z.iso.datetime({ offset: true, ...worded(table.gone) }),
    own: z.string().superRefine((text, context) => {
      context.addIssue(wordedIssue(odd({ input: text })));
    }),
    other: z.string().transform((_text, context) => {
      context.addIssue(wordedIssue(table.gone, ["part"]));
      return z.NEVER;
    }),
  });
  const wrong = {
    ...{ text: "long text", again: "x", list: ["b"], whole: 1.5, when: "x", own: "y", other: "" },
  };
  const fields = fieldSentences(Contract.safeParse(wrong).error);
  const inPolish = Object.entries(fields).map(([name, said]) => [
    name,
    said.map((s) => s.in("pl")),
  ]);
  expect(Object.fromEntries(inPolish)).toEqual({
    text: ["„long text” to nie to."],
    again: ["„x” to nie to."],
    list: ["„b” to nie to."],
    whole: ["Najwyżej 1"],
    when: ["Nie ma go."],
    own: ["„y” to nie to."],
    other: ["Nie ma go."],
  });
});

test("words of zod itself stay on the wire, and no screen shows them in another language", () => {
  const parse = () => parseInput(z.object({ a: z.boolean() }), { a: 1 });
  try {
    parse();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.details.fields).toEqual({ a: [expect.stringMatching(/^Invalid input/)] });
    expect(error.fieldsIn("pl")).toEqual({ a: ["Ta wartość jest nieprawidłowa."] });
  }
  expect(parse).toThrow(AppError);
});
