import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { readInTurn } from "../core/limits/read-in-turn";
import { addUpAccount } from "../costs/add-up-account";
import { type CostGroups, readGroups } from "../costs/read-groups";
import { boundsOf } from "../costs/read-months";
import { type Gain, listGains } from "../credits/list-gains";
import { noTotals, readTotals, sumOf, type Totals } from "./_read-totals";
import { statementSentences } from "./sentences";

export interface Statement {
  /** A calendar month in UTC, such as "2026-05". */
  month: string;
  asOf: Date;
  /** Nothing can change any more. */
  isOver: boolean;
  /** Balances before and after the month's transactions. */
  opening: number;
  closing: number;
  totals: Totals;
  gains: Gain[];
  /** What further gains sum up to, beyond those listed. */
  furtherGains: Pick<Totals, Gain["kind"]>;
  senders: CostGroups;
  /** What of the messages' credits no sender has: not added up yet, or of messages that are not known any more. */
  rest: { charged: number; refunded: number };
}

interface Wanted {
  actor: Actor;
  /** The current month if left out. `maxRows`: of gains, and of senders. */
  input: { month?: string | undefined; maxRows: number };
}

const maxWaitMs = 3000;
const retryAfterMs = 30_000;

/**
 * An account's ledger in one calendar month (UTC): the opening balance, what came in, what messages cost by sender, and the
 * closing balance, all of one moment. Made of totals that are kept with each transaction. Throws not_found for a month that is
 * before the first transaction or to come, unavailable until its costs are added up, and forbidden without `read_credits`.
 */
export async function getStatement(wanted: Wanted): Promise<Statement> {
  demandPermission(wanted.actor, "read_credits");
  const { accountId } = wanted.actor;
  return readInTurn(accountId, async () => {
    // Without the rest of its costs, a finished month would name its senders wrongly, and differ later.
    if (!(await addUpAccount(accountId, maxWaitMs))) {
      throw new AppError("unavailable", statementSentences.notAddedUp, { retryAfterMs });
    }
    return db().transaction((tx) => read(wanted, tx), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
  });
}

async function read({ actor, input }: Wanted, tx: Tx): Promise<Statement> {
  const { now, months } = await readTotals(actor.accountId, tx);
  const current = now.toISOString().slice(0, 7);
  const { month = current, maxRows: limit } = input;
  if (month > current || month < ([...months.keys()][0] ?? current)) {
    throw new AppError("not_found", statementSentences.noMonth({ month }));
  }
  const span = { from: month, to: month };
  const { first, end } = boundsOf(span);
  const bounds = { since: new Date(`${first}T00:00:00Z`), until: new Date(`${end}T00:00:00Z`) };
  const gains = await listGains({ actor, input: { ...bounds, limit } }, tx);
  const senders = await readGroups({ actor, input: { by: "sender", months: span, limit } }, tx);
  const totals = months.get(month) ?? noTotals();
  const earlier = [...months].filter(([each]) => each < month);
  const opening = earlier.reduce((sum, [, each]) => sum + sumOf(each), 0);
  return {
    ...{ month, asOf: now, isOver: month < current },
    ...{ opening, closing: opening + sumOf(totals), totals },
    ...{ gains, furtherGains: furtherOf(totals, gains) },
    senders,
    rest: restOf(totals, senders),
  };
}

function furtherOf(totals: Totals, gains: Gain[]): Statement["furtherGains"] {
  const { grant, topup, reversal } = totals;
  const further = { grant, topup, reversal };
  for (const { kind, credits } of gains) further[kind] -= credits;
  return further;
}

function restOf(totals: Totals, { groups, others }: CostGroups): Statement["rest"] {
  const known = [...groups.filter(({ isRest }) => !isRest), others];
  return {
    charged: -totals.charge - known.reduce((sum, { charged }) => sum + charged, 0),
    refunded: totals.refund - known.reduce((sum, { refunded }) => sum + refunded, 0),
  };
}
