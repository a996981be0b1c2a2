import { afterAll, beforeAll, expect, test } from "vitest";
import { messageCounts } from "@/drizzle/schema/traffic";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { findUnusualAccounts } from "./find-unusual-accounts";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

interface Counted {
  accountId: string;
  hoursAgo: number;
  status: string;
  messages: number;
  test?: boolean;
}

async function count({ accountId, hoursAgo, status, messages, test = false }: Counted) {
  const hour = new Date(Math.floor(Date.now() / 3_600_000 - hoursAgo) * 3_600_000);
  const rest = { bucket: -1, segments: messages, credits: messages };
  await db()
    .insert(messageCounts)
    .values({ accountId, test, hour, status, messages, ...rest });
}

test("accounts whose live messages fail or suddenly multiply are found, the most messages first, and no others", async () => {
  const { actor: person } = await mintSignedIn();
  const actor = { ...person, isAdmin: true };
  const mint = async () => (await mintAccount()).accountId;
  const [failing, sudden, testing, past, calm] = [
    ...[await mint(), await mint(), await mint(), await mint(), await mint()],
  ] as const;
  await count({ accountId: failing, hoursAgo: 3, status: "failed", messages: 40 });
  await count({ accountId: failing, hoursAgo: 3, status: "delivered", messages: 60 });
  await count({ accountId: sudden, hoursAgo: 20, status: "delivered", messages: 100 });
  await count({ accountId: sudden, hoursAgo: 0, status: "delivered", messages: 600 });
  await count({ accountId: testing, hoursAgo: 3, status: "failed", messages: 100, test: true });
  await count({ accountId: past, hoursAgo: 60, status: "failed", messages: 100 });
  await count({ accountId: calm, hoursAgo: 3, status: "failed", messages: 39 });
  await count({ accountId: calm, hoursAgo: 3, status: "delivered", messages: 61 });
  expect(await findUnusualAccounts({ actor, input: { limit: 5 } })).toMatchObject([
    { accountId: sudden, problem: "velocity", messages: 600, against: 100 },
    { accountId: failing, problem: "failures", messages: 100, against: 40 },
  ]);
  expect(await findUnusualAccounts({ actor, input: { limit: 1 } })).toHaveLength(1);
  await expect(findUnusualAccounts({ actor: person, input: { limit: 5 } })).rejects.toMatchObject({
    code: "forbidden",
  });
});
