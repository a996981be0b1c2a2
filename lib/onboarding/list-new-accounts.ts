import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { type Steps, selectSteps } from "./_steps";
import type { FunnelStep } from "./get-funnel";

/** A new account, and how far it has come. */
export interface NewAccount {
  accountId: string;
  signedUpAt: Date;
  /** The last step that it took, and when. */
  step: FunnelStep["step"];
  steppedAt: Date;
}

interface Wanted {
  actor: Actor;
  input: { limit: number };
}

const steps = [
  ["webhook", "firstWebhookAt"],
  ["delivered", "firstDeliveredAt"],
  ["accepted", "firstAcceptedAt"],
  ["request", "firstRequestAt"],
  ["token", "firstTokenAt"],
] as const;

/** The newest accounts with their last step, newest first. Throws forbidden unless the actor is an administrator. */
export async function listNewAccounts({ actor, input: { limit } }: Wanted): Promise<NewAccount[]> {
  demandAdmin(actor);
  const picked = selectSteps(
    sql`a.id in (select id from ${accounts} order by id desc limit ${limit})`,
  );
  const rows = await db().execute<Steps & Record<string, unknown>>(
    sql`${picked} order by a.id desc`,
  );
  return rows.map(toNewAccount);
}

function toNewAccount(row: Steps): NewAccount {
  const signedUpAt = new Date(row.signupAt);
  const [step, column] = steps.find(([, each]) => row[each] !== null) ?? [];
  const taken = column && row[column];
  return {
    ...{ accountId: row.accountId, signedUpAt },
    step: step ?? "signup",
    steppedAt: taken ? new Date(taken) : signedUpAt,
  };
}
