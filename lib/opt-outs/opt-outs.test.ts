import { afterAll, describe, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { addOptOut } from "./add-opt-out";
import { exportOptOuts } from "./export-opt-outs";
import { importOptOuts } from "./import-opt-outs";
import { listOptOuts } from "./list-opt-outs";
import { removeOptOut } from "./remove-opt-out";

afterAll(closeDatabase);

const newActor = async (mode: "live" | "test" = "live") =>
  operatorOf((await mintAccount()).accountId, mode);

const numbersOf = async (actor: Actor, number?: string) =>
  (await listOptOuts({ actor, input: { limit: 1000, number } })).data.map((row) => row.number);

describe("an opt-out", () => {
  test("is listed with its reason and source, once however often it is added", async () => {
    const actor = await newActor();
    const input = { number: "+48732129000", sender: "YourBrand", reason: "Asked by phone" };
    const added = await addOptOut({ actor, input });
    expect(added).toMatchObject({ number: "48732129000", sender: "YourBrand", source: "api" });
    expect(await addOptOut({ actor, input: { ...input, reason: "again" } })).toEqual(added);
    expect((await listOptOuts({ actor, input: { limit: 1 } })).data).toEqual([added]);
    expect(await numbersOf(await newActor())).toEqual([]);
  });

  test.each([{}, { number: "abc" }, { number: "0" }, { number: "48732129000", sender: 7 }])(
    "is none: %j",
    async (input) => {
      const wrong = addOptOut({ actor: await newActor(), input });
      await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
    },
  );

  test("is removed by its number, and not found a second time or in another account", async () => {
    const [actor, other] = [await newActor(), await newActor()];
    const input = { number: "48732129000" };
    await addOptOut({ actor, input });
    const gone = { code: "not_found" };
    await expect(removeOptOut({ actor: other, input })).rejects.toMatchObject(gone);
    await removeOptOut({ actor, input });
    await expect(removeOptOut({ actor, input })).rejects.toMatchObject(gone);
  });

  test("of a live number is not changed by a test token, which may rehearse with test numbers", async () => {
    const actor = await newActor("test");
    const live = { actor, input: { number: "48732129000" } };
    await expect(addOptOut(live)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeOptOut(live)).rejects.toMatchObject({ code: "forbidden" });
    const rehearsed = { actor, input: { number: "48500000011" } };
    await addOptOut(rehearsed);
    await removeOptOut(rehearsed);
  });
});

describe("a list of opt-outs", () => {
  const many = Array.from({ length: 1203 }, (_, index) => ({
    number: String(48_600_000_000 + index),
  }));

  test("is imported in one go: known ones stay, wrong ones are rejected alone", async () => {
    const actor = await newActor();
    await addOptOut({ actor, input: { number: "48732129000", reason: "first" } });
    const input = { opt_outs: [{ number: "48732129000" }, { number: "x" }, 5, ...many] };
    expect(await importOptOuts({ actor, input })).toMatchObject({
      added: many.length,
      known: 1,
      rejected: 2,
      errors: [{ index: 1 }, { index: 2 }],
    });
    const tooMany = { opt_outs: Array.from({ length: 10_001 }, () => ({})) };
    const refused = importOptOuts({ actor, input: tooMany });
    await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("comes page by page without a gap, is searched by digits, and exported whole", async () => {
    const actor = await newActor();
    await importOptOuts({ actor, input: { opt_outs: many } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOptOuts({ actor, input: { limit: 500, cursor } });
      seen.push(...page.data.map(({ number }) => number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(many.length);
    expect(seen).toHaveLength(many.length);
    expect(await numbersOf(actor, "600001200")).toEqual(["48600001200"]);
    const csv = await new Response(await exportOptOuts({ actor, input: {} })).text();
    expect(csv.trim().split("\r\n")).toHaveLength(many.length + 1);
    for (const bad of ["x", Buffer.from('[1,"a",""]').toString("base64url")]) {
      const wrong = listOptOuts({ actor, input: { limit: 1, cursor: bad } });
      await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
    }
  });
});
