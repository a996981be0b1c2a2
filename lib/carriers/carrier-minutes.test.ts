import { afterAll, beforeAll, expect, test } from "vitest";
import { useOwnDatabase } from "../testing/use-own-database";
import { countFinal, countSubmit, countWindow, readFigures } from "./carrier-minutes";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const figuresOf = async (carrier: string) => (await readFigures()).get(carrier);

test("the window shows the most of a minute, over what several processes and seconds stored", async () => {
  countWindow("orange", 3, 10);
  countWindow("orange", 7, 20);
  countWindow("orange", 1, 10);
  await expect.poll(() => figuresOf("orange")).toMatchObject({ window: { used: 7, size: 20 } });
  countWindow("orange", 9, 10);
  await expect.poll(() => figuresOf("orange")).toMatchObject({ window: { used: 9, size: 20 } });
});

test("a carrier without a window has none, whatever else it counts", async () => {
  countSubmit("phone", 40);
  countFinal("phone", 3000, true);
  await expect
    .poll(() => figuresOf("phone"))
    .toMatchObject({
      lastHour: { submitted: 1, submitP50Ms: 50, receiptP50Ms: 5000, delivered: 1, ended: 1 },
      submittedInDay: 1,
      window: null,
    });
});
