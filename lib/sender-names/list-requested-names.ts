import { asc, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { senderNames } from "@/drizzle/schema/sender-names";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

export interface RequestedName {
  accountId: string;
  account: string;
  name: string;
  purpose: string;
  requestedAt: Date;
}

interface Wanted {
  actor: Actor;
  input: { limit: number };
}

/** The names of all accounts that wait for a decision, the longest wait first. Throws forbidden unless by an administrator. */
export async function listRequestedNames({ actor, input }: Wanted): Promise<RequestedName[]> {
  demandAdmin(actor);
  return db()
    .select({
      accountId: senderNames.accountId,
      account: accounts.name,
      name: senderNames.name,
      purpose: senderNames.purpose,
      requestedAt: senderNames.requestedAt,
    })
    .from(senderNames)
    .innerJoin(accounts, eq(accounts.id, senderNames.accountId))
    .where(eq(senderNames.status, "requested"))
    .orderBy(asc(senderNames.requestedAt))
    .limit(input.limit);
}
