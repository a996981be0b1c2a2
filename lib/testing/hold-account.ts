import { sql } from "drizzle-orm";
import { db } from "../core/db";

/** Keeps an account's row locked, as a request that hangs would, until the returned function is called. */
export function holdAccount(accountId: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    let release = () => {};
    const transaction = db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from accounts where id = ${accountId} for update`);
      await new Promise<void>((done) => {
        release = done;
        resolve(() => {
          release();
          return transaction;
        });
      });
    });
    transaction.catch(reject);
  });
}
