import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, operatorOf, type RecalledToken } from "../core/actor";
import { db, type Tx } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { addOptOut } from "../opt-outs/add-opt-out";
import { mintAccount } from "../testing/mint-account";
import { untilWaitedFor } from "../testing/until-waited-for";
import { useOwnDatabase } from "../testing/use-own-database";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { revokeToken } from "../tokens/revoke-token";
import { UnprovenTokenError } from "../tokens/unproven-token";
import type { Admitted } from "./_admission";
import { admitInOrder } from "./_admit-in-order";
import { prepareSend } from "./_prepare-send";

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

const numbers = ["48732129000", "48732129001"] as const;
const accepted = { message: { to: numbers[1] }, isReplay: false };

/** Two tokens of an account, as a process remembers them. */
async function enter(): Promise<{ operator: Actor; first: RecalledToken; second: RecalledToken }> {
  const { accountId, token } = await mintAccount();
  const operator = operatorOf(accountId);
  const other = await createToken({ actor: operator, input: { name: "other", mode: "live" } });
  return { operator, first: await recall(token), second: await recall(other.token) };
}

async function recall(token: string): Promise<RecalledToken> {
  const { known, ...actor } = await authenticateToken(`Bearer ${token}`, null);
  return { ...actor, remembered: known };
}

/** Admits a message of each token; `change` happens while the admission waits for what `hold` holds. */
async function admitMeanwhile(
  [first, second]: readonly [RecalledToken, RecalledToken],
  hold: (tx: Tx) => Promise<unknown>,
  change: () => Promise<unknown>,
): Promise<(Admitted | Error)[]> {
  const batch = [first, second].map((actor, place) => {
    const wire = { from: "YourBrand", to: numbers[place], body: "Hello" };
    return prepareSend(wire, actor, { priority: 0 });
  });
  const admit = () => db().transaction((tx) => admitInOrder(first.accountId, batch, tx));
  const { waiting } = await db().transaction(async (tx) => {
    await hold(tx);
    const admitted = admit();
    await untilWaitedFor(tx);
    await change();
    return { waiting: admitted };
  });
  return waiting;
}

const account = (accountId: string) => (tx: Tx) =>
  tx.execute(sql`select 1 from accounts where id = ${accountId} for update`);
/** Readers pass. */
const table = () => (tx: Tx) => tx.execute(sql`lock table messages in share mode`);

test.each([
  ["they wait for the account", account],
  ["they are decided, but not yet stored", table],
])("a token that is revoked while %s costs the messages of no other", async (_what, hold) => {
  const { operator, first, second } = await enter();
  const outcomes = await admitMeanwhile([first, second], hold(first.accountId), () =>
    revokeToken({ actor: operator, input: { tokenId: first.tokenId } }),
  );
  expect(outcomes).toMatchObject([new UnprovenTokenError(), accepted]);
  expect(await getBalance({ actor: operator })).toBe(99);
});

test("a recipient who opts out meanwhile costs no other message", async () => {
  const { operator, first, second } = await enter();
  const outcomes = await admitMeanwhile([first, second], table(), () =>
    addOptOut({ actor: operator, input: { number: numbers[0] } }),
  );
  expect(outcomes).toMatchObject([{ code: "opted_out" }, accepted]);
  expect(await getBalance({ actor: operator })).toBe(99);
});
