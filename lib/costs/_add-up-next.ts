import { sql } from "drizzle-orm";
import { costDays, costMarks } from "@/drizzle/schema/costs";
import type { Tx } from "../core/db";
import { findCharged, findLeftOut, findRefunded, findReserved, type Spent } from "./_find-spent";
import { readTransactions, type Transaction } from "./_read-transactions";

/**
 * Adds the next ledger transactions of an account to its costs and returns how many they were. The mark is locked: whoever
 * else adds up the account waits, and goes on behind it.
 */
export async function addUpNext(accountId: string, tx: Tx): Promise<number> {
  await tx.insert(costMarks).values({ accountId, number: 0 }).onConflictDoNothing();
  const [mark] = await tx.execute<{ number: string }>(
    sql`select number from ${costMarks} where account_id = ${accountId} for update`,
  );
  const transactions = await readTransactions(accountId, Number(mark?.number ?? 0), tx);
  const last = transactions.at(-1);
  if (!last) return 0;
  const charges = transactions.filter(({ kind }) => kind === "charge");
  const refunds = transactions.filter(({ kind }) => kind === "refund");
  const charged = withRest(charges, await findAllCharged(accountId, idsOf(charges), tx));
  const refunded = withRest(refunds, await findAllRefunded(accountId, refunds, tx));
  await store(accountId, { transactions, charged, refunded }, tx);
  await tx.execute(
    sql`update ${costMarks} set number = ${last.number} where account_id = ${accountId}`,
  );
  return transactions.length;
}

async function findAllCharged(accountId: string, ids: string[], tx: Tx): Promise<Spent[]> {
  const reserved = await findReserved({ accountId, ids }, tx);
  const starts = new Set(reserved.map(({ transactionId }) => transactionId));
  const others = ids.filter((id) => !starts.has(id));
  return [...reserved, ...(await findCharged({ accountId, ids: others }, tx))];
}

/** Looks among the people of campaigns only for what no message has. */
async function findAllRefunded(
  accountId: string,
  refunds: Transaction[],
  tx: Tx,
): Promise<Spent[]> {
  const refunded = await findRefunded({ accountId, ids: idsOf(refunds) }, tx);
  const rest = restOf(refunds, refunded).map(({ transactionId }) => transactionId);
  return [...refunded, ...(await findLeftOut({ accountId, ids: rest }, tx))];
}

function idsOf(transactions: Transaction[]): string[] {
  return transactions.map(({ id }) => id);
}

/** The credits of each transaction that are nobody's yet. */
function restOf(transactions: Transaction[], spent: Spent[]): Spent[] {
  const known = new Map<string, number>();
  for (const { transactionId, credits } of spent) {
    known.set(transactionId, (known.get(transactionId) ?? 0) + credits);
  }
  return transactions.flatMap(({ id, credits }) => {
    const rest = credits - (known.get(id) ?? 0);
    return rest === 0 ? [] : [{ ...nobody, transactionId: id, credits: rest }];
  });
}

const nobody = { sender: "", tokenId: null, campaignId: null, country: "", messages: 0 };

/** Whatever is not found is counted all the same, so that the sum is the ledger's. */
function withRest(transactions: Transaction[], spent: Spent[]): Spent[] {
  return [...spent, ...restOf(transactions, spent)];
}

interface Found {
  transactions: Transaction[];
  charged: Spent[];
  refunded: Spent[];
}

async function store(
  accountId: string,
  { transactions, charged, refunded }: Found,
  tx: Tx,
): Promise<void> {
  const dayOf = new Map(transactions.map(({ id, day }) => [id, day]));
  const toRow = ({ transactionId, tokenId, campaignId, ...each }: Spent, isRefund: boolean) => ({
    day: dayOf.get(transactionId),
    sender: each.sender,
    country: each.country,
    ...{ token_id: tokenId, campaign_id: campaignId },
    messages: isRefund ? 0 : each.messages,
    refunded_messages: isRefund ? each.messages : 0,
    charged: isRefund ? 0 : each.credits,
    refunded: isRefund ? each.credits : 0,
  });
  const rows = [
    ...charged.map((each) => toRow(each, false)),
    ...refunded.map((each) => toRow(each, true)),
  ];
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${costDays} as kept (account_id, day, sender, token_id, campaign_id, country, messages,
      refunded_messages, charged, refunded)
    select ${accountId}::uuid, day, sender, token_id, campaign_id, country, sum(messages), sum(refunded_messages),
      sum(charged), sum(refunded)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(day date, sender text, token_id uuid,
      campaign_id uuid, country text, messages bigint, refunded_messages bigint, charged bigint, refunded bigint)
    group by 2, 3, 4, 5, 6
    on conflict (account_id, day, sender, token_id, campaign_id, country) do update set
      messages = kept.messages + excluded.messages,
      refunded_messages = kept.refunded_messages + excluded.refunded_messages,
      charged = kept.charged + excluded.charged, refunded = kept.refunded + excluded.refunded`);
}
