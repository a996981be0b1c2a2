import { and, count, eq, ne, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { findCarrier } from "../carriers/choose-carrier";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { withStatementKind } from "../core/statement-kind";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { dispatchMessages } from "./dispatch-messages";

let dropDatabase: () => Promise<void>;
let crowdedAccount: string;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_TEST_MESSAGES: "0" });
  crowdedAccount = await crowd();
});
afterAll(() => dropDatabase());

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const callerOf = (accountId: string, isTest: boolean) =>
  operatorOf(accountId, isTest ? "test" : "live");

/** An account with 100,000 test messages that wait, all due before whatever is sent later. */
async function crowd(): Promise<string> {
  const { accountId } = await mintAccount();
  await sendBatch({ actor: callerOf(accountId, true), input: { messages: [wire] } });
  const columns = sql.raw(
    "account_id, source, test, sender, recipient, body, encoding, segments, credits, priority, carrier, status, created_at, due_at, valid_until",
  );
  await withStatementKind(
    "bulk",
    async () =>
      // A statement of Drizzle runs when it is awaited, which has to be in here.
      await db().execute(sql`
    insert into ${messages} (id, ${columns})
    select gen_random_uuid(), ${columns} from ${messages}, generate_series(2, 100000)
    where account_id = ${accountId}`),
  );
  return accountId;
}

async function leftWaiting(accountId: string): Promise<number> {
  const [row] = await db()
    .select({ waiting: count() })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.status, "queued")));
  return row?.waiting ?? 0;
}

async function hasLeft(accountId: string, messageId: string | null): Promise<boolean> {
  const id = parsePublicId("msg", messageId ?? "") ?? "";
  const rows = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(eq(messages.accountId, accountId), eq(messages.id, id), ne(messages.status, "queued")),
    );
  return rows.length === 1;
}

test.each([
  ["live", false],
  ["test", true],
])(
  "a %s message leaves in the first turn, though another account has 100,000 waiting",
  async (_, isTest) => {
    const { accountId } = await mintAccount();
    const { accepted } = await sendMessage({ actor: callerOf(accountId, isTest), input: wire });
    const before = await leftWaiting(crowdedAccount);
    expect(before).toBeGreaterThan(90_000);
    await dispatchMessages({ carrier: "simulator", test: isTest });
    expect(await hasLeft(accountId, accepted.message_id)).toBe(true);
    // The crowded account had one claim in that turn.
    const claimed = before - (await leftWaiting(crowdedAccount));
    expect(claimed).toBeLessThanOrEqual(findCarrier("simulator")?.batchSize ?? 0);
  },
);

test("a single message leaves before the batch of its own account that was there first", async () => {
  const { accepted } = await sendMessage({ actor: callerOf(crowdedAccount, true), input: wire });
  await dispatchMessages({ carrier: "simulator", test: true });
  expect(await hasLeft(crowdedAccount, accepted.message_id)).toBe(true);
  expect(await leftWaiting(crowdedAccount)).toBeGreaterThan(90_000);
});
