import { afterAll, describe, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { numberOperations } from "../operations/number-operations";
import { addOptOut } from "../opt-outs/add-opt-out";
import { mintAccount } from "../testing/mint-account";
import { lookUpNumber } from "./look-up-number";
import { lookUpNumbers } from "./look-up-numbers";

afterAll(closeDatabase);

const newActor = async (mode: "live" | "test" = "live") =>
  operatorOf((await mintAccount()).accountId, mode);

async function lookUp(numbers: string[], country?: string, actor?: Actor) {
  const { data } = await lookUpNumbers({
    actor: actor ?? (await newActor()),
    input: { numbers, ...(country === undefined ? {} : { country }) },
  });
  return data;
}

test("the documented examples are what these numbers are answered", async () => {
  const { examples } = numberOperations.lookUpNumber.answers[200];
  const documented = examples.map(({ value }) => value);
  expect(await lookUp(documented.map(({ input }) => input))).toEqual(documented);
});

test("one number is answered as it is in a list", async () => {
  const actor = await newActor();
  const [inList] = await lookUp(["+44 7700 900123"], undefined, actor);
  const alone = await lookUpNumber({ actor, input: { number: "+44 7700 900123" } });
  expect(alone).toEqual(inList);
});

describe("a number without a country code", () => {
  test("is one of the country that the request names", async () => {
    expect(await lookUp(["07400 123456"], "GB")).toMatchObject([
      { number: "447400123456", country_code: "44", sendable: true },
    ]);
    expect(await lookUp(["22 123 45 67"], "PL")).toMatchObject([
      { number: "48221234567", valid: true, sendable: false, problem: "landline" },
    ]);
  });

  test("is no number without one, and the answer says which it probably is", async () => {
    expect(await lookUp(["732129000"])).toMatchObject([
      { number: null, valid: false, sendable: false, suggestion: "48732129000" },
    ]);
  });
});

test("what is no number has a reason and nothing else, and the others are answered", async () => {
  const [wrong, right] = await lookUp(["Ada", "48732129000"]);
  expect(wrong).toMatchObject({
    input: "Ada",
    number: null,
    valid: false,
    type: null,
    problem: "not_a_number",
    opted_out: false,
  });
  expect(wrong?.detail).toMatch(/E\.164/);
  expect(right).toMatchObject({ valid: true, problem: null });
});

test("a number that steers the simulator can be sent to", async () => {
  expect(await lookUp(["48500000429"])).toMatchObject([{ sendable: true, number: "48500000429" }]);
});

describe("an opt-out", () => {
  const number = "48732129000";

  test("of all senders is told apart from those of single senders", async () => {
    const actor = await newActor();
    await addOptOut({ actor, input: { number, sender: "YourBrand" } });
    const some = { opted_out: false, opted_out_senders: ["YourBrand"] };
    expect(await lookUp([number], undefined, actor)).toMatchObject([some]);
    await addOptOut({ actor, input: { number } });
    const all = { opted_out: true, opted_out_senders: ["YourBrand"] };
    expect(await lookUp([number, number], undefined, actor)).toMatchObject([all, all]);
  });

  test("of another account is not seen", async () => {
    await addOptOut({ actor: await newActor(), input: { number } });
    expect(await lookUp([number])).toMatchObject([{ opted_out: false, opted_out_senders: [] }]);
  });

  test("of a live number is not shown to a test token", async () => {
    const { accountId } = await newActor();
    const [live, rehearsed] = [number, "48500000011"];
    for (const each of [live, rehearsed]) {
      await addOptOut({ actor: operatorOf(accountId), input: { number: each } });
    }
    const actor = operatorOf(accountId, "test");
    expect(await lookUp([live, rehearsed], undefined, actor)).toMatchObject([
      { opted_out: false },
      { opted_out: true },
    ]);
  });
});

describe("a request is rejected, and the field named, for", () => {
  test.each([
    ["no list", { numbers: "48732129000" }, "numbers"],
    ["an empty list", { numbers: [] }, "numbers"],
    ["101 numbers", { numbers: Array(101).fill("48732129000") }, "numbers"],
    ["a number that is no text", { numbers: [48732129000] }, "numbers"],
    ["a number of 101 characters", { numbers: ["1".repeat(101)] }, "numbers"],
    ["a country there is not", { numbers: ["48732129000"], country: "XX" }, "country"],
    ["a country in words", { numbers: ["48732129000"], country: "Poland" }, "country"],
  ])("%s", async (_what, input, field) => {
    const wrong = lookUpNumbers({ actor: await newActor(), input });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { [field]: [expect.anything()] } },
    });
  });
});
