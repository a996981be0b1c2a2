import type { SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

export interface Work {
  table: PgTable;
  /** The predicate of a partial index on (account_id, …); it must repeat the index's words. */
  open: SQL;
  /** Which of those rows are due. */
  due: SQL;
  /** That index's columns after account_id: the order in which rows are looked for. */
  order: SQL;
  /** Whose rows are left alone: a condition on an account's ID. */
  unless?: (accountId: SQL) => SQL;
}
