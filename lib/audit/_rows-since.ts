import { clockDriftMs, firstIdAt } from "../core/ids";

/** Texts of SQL, each standing where a table does or a condition, that leave out what a checkpoint closed. */
export interface RowsSince {
  /** Accounts, with the `closed_number` and `closed_balance` at which their open ledger starts. */
  accounts: string;
  /** Ledger transactions that follow the closed ones in their account's order, with the same two. */
  transactions: string;
  /** The entries of those. */
  entries: string;
  /** Transactions by ID: those that the charges and refunds below can name. */
  movements: string;
  messages: string;
  /** Messages that name an open charge, a little more than the open ones. */
  charged: string;
  refunded: string;
  terminalEvents: string;
  campaigns: string;
  /** Messages, counts, and totals of the open hours and months. */
  acceptedMessages: string;
  counts: string;
  deltas: string;
  totals: string;
  /** Conditions: whether a transaction's ID is an open one, or a closed one; of a campaign's charge, whether it is open. */
  isOpenId(column: string): string;
  isClosedId(column: string): string;
  /** Whether a time is in the open ones. */
  isOpenTime(column: string): string;
}

const everything: RowsSince = {
  accounts: "(select *, 0::bigint as closed_number, 0::bigint as closed_balance from accounts)",
  transactions:
    "(select *, 0::bigint as closed_number, 0::bigint as closed_balance from ledger_transactions)",
  entries: "ledger_entries",
  movements: "ledger_transactions",
  messages: "messages",
  charged: "messages",
  refunded: "messages",
  terminalEvents: "(select * from message_events where terminal)",
  campaigns: "campaigns",
  acceptedMessages: "messages",
  counts: "message_counts",
  deltas: "message_deltas",
  totals: "ledger_totals",
  isOpenId: (column) => `${column} is not null`,
  isClosedId: () => "false",
  isOpenTime: () => "true",
};

/** Where the rows of an audit are that starts at a checkpoint, or reads all. */
export function rowsSince(until: Date | null): RowsSince {
  if (!until) return everything;
  const at = `'${until.toISOString()}'::timestamptz`;
  const earlier = `${at} - interval '${clockDriftMs} milliseconds'`;
  const first = `'${firstIdAt(until.getTime())}'::uuid`;
  const withDrift = `'${firstIdAt(until.getTime() - clockDriftMs)}'::uuid`;
  const accounts = `(select a.*, coalesce(p.number, 0) as closed_number, coalesce(p.balance, 0) as closed_balance
    from accounts a left join audit_checkpoints p on p.account_id = a.id and p.until = ${at})`;
  const transactions = `(select r.*, a.closed_number, a.closed_balance from ${accounts} a
    cross join lateral (
      select * from ledger_transactions where account_id = a.id and number > a.closed_number offset 0
    ) r)`;
  return {
    accounts,
    transactions,
    entries: `(select e.* from ${transactions} t cross join lateral (
      select * from ledger_entries where account_id = t.account_id and transaction_id = t.id) e)`,
    movements: ofEach("ledger_transactions", `id >= ${first}`),
    messages: ofEach("messages", `id >= ${first}`),
    charged: ofEach("messages", `id >= ${withDrift} and charge_id >= ${first}`),
    refunded: ofEach("messages", `refund_id >= ${first}`),
    terminalEvents: ofEach("message_events", `message_id >= ${first} and terminal`),
    campaigns: `(select * from campaigns where ended_at is null or ended_at >= ${earlier})`,
    acceptedMessages: ofEach("messages", `id >= ${withDrift} and created_at >= ${at}`),
    counts: `(select * from message_counts where hour >= ${at})`,
    deltas: `(select * from message_deltas where hour >= ${at})`,
    totals: `(select * from ledger_totals where month >= (${at} at time zone 'UTC')::date)`,
    isOpenId: (column) => `${column} >= ${first}`,
    isClosedId: (column) => `${column} < ${first}`,
    isOpenTime: (column) => `${column} >= ${at}`,
  };
}

/** The open rows of each account by themselves: an index leads to them, however many closed ones there are. */
function ofEach(table: string, isOpen: string): string {
  return `(select r.* from accounts a
    cross join lateral (select * from ${table} where account_id = a.id and ${isOpen} offset 0) r)`;
}
