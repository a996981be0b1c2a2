import { type SQL, sql } from "drizzle-orm";
import { daysOf } from "../retention/kept";

/** How long a used idempotency key stands for its message; the documentation promises it. */
export const keptDays = daysOf("idempotency_keys");

/**
 * A condition: at `now`, an idempotency key that was used at `madeAt` stands for its message no longer. `now` is the
 * database's time of the transaction, to the millisecond, unless another is given.
 */
export function keyIsOver({
  madeAt,
  now = sql`date_trunc('milliseconds', now())`,
}: {
  madeAt: SQL;
  now?: SQL;
}): SQL {
  return sql`${now} - ${madeAt} >= interval '${sql.raw(String(keptDays))} days'`;
}
