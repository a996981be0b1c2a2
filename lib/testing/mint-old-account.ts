import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type OperatorActor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addTransaction } from "./audit-scene";
import { runSql } from "./run-sql";

/** An account with credits in a database of an older schema, which lacks columns and tables that the verbs write. */
export async function mintOldAccount(url: string, credits: number): Promise<OperatorActor> {
  const accountId = newId();
  const name = `${randomUUID()}@example.com`;
  await runSql(url, "insert into accounts (id, name) values ($1, $2)", [accountId, name]);
  await db().transaction(async (tx) => {
    await addTransaction({ tx, accountId }, { kind: "grant", amount: credits });
    await tx.execute(
      sql`update accounts set credits = ${credits}, movements = 1 where id = ${accountId}`,
    );
  });
  return operatorOf(accountId);
}
