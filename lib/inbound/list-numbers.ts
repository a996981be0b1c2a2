import { asc, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { numbers } from "@/drizzle/schema/inbound";
import { db } from "../core/db";

/** A number of this installation, and whose it is. */
export interface OwnedNumber {
  number: string;
  carrier: string;
  accountId: string;
  /** A person of the account; null after it was erased. */
  email: string | null;
  createdAt: Date;
}

const most = 10_000;

/** The numbers of this installation, for the administrator's commands. */
export async function listNumbers(): Promise<OwnedNumber[]> {
  const rows = await db()
    .selectDistinctOn([numbers.number], {
      number: numbers.number,
      carrier: numbers.carrier,
      accountId: numbers.accountId,
      email: users.email,
      createdAt: numbers.createdAt,
    })
    .from(numbers)
    .leftJoin(users, eq(users.accountId, numbers.accountId))
    .orderBy(asc(numbers.number), asc(users.createdAt))
    .limit(most);
  return rows;
}
