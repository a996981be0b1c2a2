import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { recordMovement } from "./_record-movement";
import { grantCredits } from "./grant-credits";
import { listBalances } from "./list-balances";
import { topUpCredits } from "./top-up-credits";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const hourMs = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hourMs);

test("the line of a balance has the balance of each day's end, a gap before the first, and today's", async () => {
  const { accountId } = await mintAccount({ credits: 0 });
  const early = { accountId, note: null };
  const at = (hours: number) => firstIdAt(hoursAgo(hours).getTime());
  await recordMovement(
    { ...early, id: at(60), kind: "grant", gain: 100, against: "granted" },
    db(),
  );
  await recordMovement({ ...early, id: at(40), kind: "charge", gain: -10, against: "spent" }, db());
  await recordMovement({ ...early, id: at(20), kind: "charge", gain: -30, against: "spent" }, db());
  await topUpCredits({ accountId, paymentId: at(70), credits: 500 }, db());
  await grantCredits({ actor: operatorOf(accountId), input: { credits: 1, note: "More" } });
  const moments = [72, 48, 24, 1, -1].map(hoursAgo);
  expect(await listBalances({ actor: operatorOf(accountId), input: { moments } })).toEqual([
    null,
    100,
    90,
    60,
    561,
  ]);
});
