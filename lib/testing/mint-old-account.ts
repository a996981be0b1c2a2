import { randomUUID } from "node:crypto";
import { type OperatorActor, operatorOf } from "../core/actor";
import { newId } from "../core/ids";
import { grantCredits } from "../credits/grant-credits";
import { runSql } from "./run-sql";

/** An account with credits in a database of an older schema, whose tables lack columns that `createAccount` writes. */
export async function mintOldAccount(url: string, credits: number): Promise<OperatorActor> {
  const accountId = newId();
  const name = `${randomUUID()}@example.com`;
  await runSql(url, "insert into accounts (id, name) values ($1, $2)", [accountId, name]);
  const actor = operatorOf(accountId);
  await grantCredits({ actor, input: { credits, note: "Welcome credits" } });
  return actor;
}
