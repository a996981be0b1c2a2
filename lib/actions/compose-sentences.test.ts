import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { draftForNumbers } from "../campaigns/draft-for-numbers";
import { operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { toAppError } from "../core/to-app-error";
import { RescheduleInput } from "../messages/schedule-contract";
import { readNumber } from "../numbers/read-number";
import { refuseRecipient } from "../sending/refuse-recipient";
import { sendMessage } from "../sending/send-message";
import { validateSend } from "../sending/validate-send";
import { mintAccount } from "../testing/mint-account";

const right = { from: "Shop", to: "48732129000", body: "Hello" };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const caller = (accountId: string) => operatorOf(accountId);

/** Words of its own in both languages, and none of zod's. */
function expectPolish(sentence: Sentence | undefined): void {
  expect(sentence?.in("pl")).not.toBe(sentence?.in("en"));
  expect(sentence?.key).not.toBe("core.wrongValue");
}

async function refusalOf(attempt: Promise<unknown>): Promise<AppError> {
  const outcome = await attempt.then(
    () => new Error("It was accepted."),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(AppError);
  return toAppError(outcome);
}

describe("every sentence about a field of the compose form has its Polish", () => {
  it.each([
    ["from", undefined],
    ["from", ["a", "b"]],
    ["from", ""],
    ["from", "Far too long a name"],
    ["from", "x".repeat(100)],
    ["to", undefined],
    ["to", ["a", "b"]],
    ["to", "12"],
    ["to", "999000111"],
    ["to", "48221234567"],
    ["to", "501600701"],
    ["to", "4407700900123"],
    ["to", "4873212900"],
    ["to", "541166773399"],
    ["to", "+48 732 129 000"],
    ["to", "4.8732129E+10"],
    ["to", "\u206648732129000"],
    ["body", undefined],
    ["body", ["a", "b"]],
    ["body", ""],
    ["body", "\u200B"],
    ["body", "a".repeat(1531)],
    ["body", "a\0b"],
    ["body", "a\tb"],
    ["body", "a\u0007b"],
    ["body", "a\uD83Db"],
    ["body", "a\uFFFEb"],
    ["scheduled_at", ""],
    ["scheduled_at", 5],
    ["scheduled_at", "tomorrow"],
    ["scheduled_at", inDays(-1)],
    ["scheduled_at", inDays(36)],
    ["client_ref", 5],
    ["client_ref", "x".repeat(256)],
    ["client_ref", "a\0b"],
    ["idempotency_key", 5],
    ["idempotency_key", "mine"],
    ["validity", "soon"],
    ["validity", 59],
    ["validity", 172_801],
    ["dry_run", "yes"],
  ])("%s: %j", async (field, value) => {
    const check = async () => validateSend({ ...right, [field]: value });
    const { fields = {} } = await refusalOf(check());
    expect(Object.keys(fields)).toEqual([field]);
    for (const sentence of fields[field] ?? []) expectPolish(sentence);
  });

  it.each([
    ["07911123456", null],
    ["732129000", null],
    ["508551234", "PL"],
    ["4.8732129E+10", null],
    ["Ada", null],
  ] as const)("a number in the form: %s", (written, country) => {
    const reading = readNumber(written, country);
    expectPolish("to" in reading ? undefined : reading.sentence);
  });

  it("a number that can't be reached, beside what else is wrong", async () => {
    const reading = readNumber("12", "PL");
    if ("to" in reading) throw new Error("It is a number.");
    const { fields = {} } = await refusalOf(
      Promise.reject(refuseRecipient({ from: "Shop", body: "\u200B" }, reading.sentence)),
    );
    expect(Object.keys(fields).sort()).toEqual(["body", "to"]);
    for (const [sentence] of Object.values(fields)) expectPolish(sentence);
  });

  it("a time to move to", () => {
    const { error } = RescheduleInput.safeParse({ scheduled_at: inDays(-1) });
    expectPolish(fieldSentences(error)["scheduled_at"]?.[0]);
  });
});

describe("every refusal of a send has its Polish", () => {
  it("a key that was used, too few credits, a list that is too long", async () => {
    const { accountId } = await mintAccount({ credits: 2 });
    const idempotency_key = randomUUID();
    await sendMessage({ actor: caller(accountId), input: { ...right, idempotency_key } });
    const other = { ...right, body: "Other", idempotency_key };
    expectPolish(
      (await refusalOf(sendMessage({ actor: caller(accountId), input: other }))).sentence,
    );
    const long = { ...right, body: "a".repeat(400) };
    expectPolish(
      (await refusalOf(sendMessage({ actor: caller(accountId), input: long }))).sentence,
    );
    const numbers = Array.from({ length: 10_001 }, (_, at) => String(at));
    const input = { message: right, numbers, defaultCountry: null };
    const { fields } = await refusalOf(draftForNumbers({ actor: caller(accountId), input }));
    expect(fields?.["to"]).toHaveLength(1);
    for (const sentence of fields?.["to"] ?? []) expectPolish(sentence);
  });
});
