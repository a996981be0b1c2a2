import { sql } from "drizzle-orm";
import { db, type Tx } from "./db";

/** The database's time, which every instant that is stored is taken from; inside a transaction, the time it began. */
export async function databaseNow(tx: Tx = db()): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now() as now`);
  return new Date(row?.now ?? Number.NaN);
}
