import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import { mintAccount } from "../testing/mint-account";
import { sendToMany } from "./send-to-many";

const caller = (accountId: string) => operatorOf(accountId);
const numbers = ["48732129000", "48732129001", "48732129002"];

test("one text goes to each number, and is charged for each", async () => {
  const { accountId } = await mintAccount();
  const wire = { from: "Shop", to: numbers, body: "Hello", idempotency_key: randomUUID() };
  const { accepted, refused } = await sendToMany({ actor: caller(accountId), input: wire });
  expect(accepted.map(({ to }) => to)).toEqual(numbers);
  expect(refused).toEqual([]);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(97);
});

test("the same request again sends and charges nothing, even in the same instant", async () => {
  const { accountId } = await mintAccount();
  const wire = { from: "Shop", to: numbers, body: "Hello", idempotency_key: randomUUID() };
  const [first, second] = await Promise.all([
    sendToMany({ actor: caller(accountId), input: wire }),
    sendToMany({ actor: caller(accountId), input: wire }),
  ]);
  expect(second).toEqual(first);
  expect(await sendToMany({ actor: caller(accountId), input: wire })).toEqual(first);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(97);
});

test("a bad number is refused by itself, with the reason", async () => {
  const { accountId } = await mintAccount();
  const wire = {
    from: "Shop",
    to: [...numbers, "12"],
    body: "Hello",
    idempotency_key: randomUUID(),
  };
  const { accepted, refused } = await sendToMany({ actor: caller(accountId), input: wire });
  expect(accepted).toHaveLength(3);
  const inEnglish = refused.map(({ sentences, ...each }) => {
    return { ...each, sentences: sentences.map((sentence) => sentence.in("en")) };
  });
  expect(inEnglish).toEqual([
    {
      to: "12",
      code: "invalid_request",
      sentences: ["Enter the number in E.164 format without the +, such as 48732129000."],
    },
  ]);
});

test("what is wrong with every message is said of its field, and nothing is sent", async () => {
  const { accountId } = await mintAccount();
  const right = { from: "Shop", to: numbers, body: "Hello", idempotency_key: randomUUID() };
  const wrong = [
    [{ body: "" }, "body"],
    [{ from: "Far too long a name", to: [...numbers, "12"] }, "from"],
    [{ to: ["12", "13"] }, "to"],
    [{ to: Array.from({ length: 501 }, (_, at) => `48732${129_000 + at}`) }, "to"],
    [{ idempotency_key: "mine" }, "idempotency_key"],
  ] as const;
  for (const [change, field] of wrong) {
    const wire = { ...right, ...change, to: [...(("to" in change && change.to) || numbers)] };
    await expect(sendToMany({ actor: caller(accountId), input: wire })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { [field]: [expect.any(String)] } },
    });
  }
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(100);
});

test("without credits for any nothing is sent, with credits for some the rest is named", async () => {
  const { accountId } = await mintAccount({ credits: 3 });
  const long = { from: "Shop", to: numbers, body: "a".repeat(161), idempotency_key: randomUUID() };
  const { accepted, refused } = await sendToMany({ actor: caller(accountId), input: long });
  expect(accepted).toHaveLength(1);
  expect(refused.map(({ code }) => code)).toEqual(Array(2).fill("insufficient_credits"));
  const again = { ...long, idempotency_key: randomUUID() };
  await expect(sendToMany({ actor: caller(accountId), input: again })).rejects.toMatchObject({
    code: "insufficient_credits",
    details: { required: 6, available: 1 },
  });
});

test("hundreds of wrong numbers are refused in a few sentences", async () => {
  const { accountId } = await mintAccount();
  const to = Array.from({ length: 300 }, (_, at) => `999${100_000 + at}`);
  const wire = { from: "Shop", to, body: "Hello", idempotency_key: randomUUID() };
  const refused = sendToMany({ actor: caller(accountId), input: wire });
  const sentence = expect.stringMatching(/^999\d+ is not a valid phone number/);
  await expect(refused).rejects.toMatchObject({
    details: { fields: { to: [sentence, sentence, sentence, "297 more can't receive SMS."] } },
  });
});
