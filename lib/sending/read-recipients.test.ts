import { expect, test } from "vitest";
import { sentences } from "../core/sentence";
import { toAppError } from "../core/to-app-error";
import { readRecipients } from "./read-recipients";
import { refuseRecipients } from "./refuse-recipients";

test("each number is read once, however often and in whatever way it is written", () => {
  const written = ["+48732129000", "48732129000", "+480732129000", "732129001", "12"];
  expect(readRecipients(written, "PL")).toEqual({
    to: ["48732129000", "48732129001"],
    unreachable: [expect.objectContaining({ written: "12", problem: "not_a_number" })],
  });
});

test("300 national numbers are none that can be sent to, and each names the whole one", () => {
  const written = Array.from({ length: 300 }, (_, at) => String(732_129_000 + at));
  const { to, unreachable } = readRecipients(written, null);
  expect(to).toEqual([]);
  expect(unreachable.map(({ repair }) => repair?.whole)).toEqual(
    written.map((each) => `48${each}`),
  );
});

test("more than one form sends to are not looked at", () => {
  const written = Array.from({ length: 501 }, (_, at) => String(48_732_129_000 + at));
  expect(() => readRecipients(written, null)).toThrow(
    "You can send to 500 numbers at once. You entered 501.",
  );
});

test("a refusal says a few sentences, and what else is wrong", () => {
  const { wrong } = sentences("test", {
    wrong: ({ at }: { at: number }) => ({ en: `${at} is wrong.`, pl: `${at} to nie to.` }),
  });
  const said = Array.from({ length: 300 }, (_, at) => wrong({ at }));
  const { details } = toAppError(refuseRecipients({ from: "Shop", body: "\u200B" }, said));
  expect(details.fields).toEqual({
    body: ["Write the text of the message."],
    to: ["0 is wrong.", "1 is wrong.", "2 is wrong.", "297 more can't receive SMS."],
  });
});
