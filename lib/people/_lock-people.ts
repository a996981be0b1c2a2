import { and, count, eq, ne } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { findSuspension } from "../accounts/find-suspension";
import { lockAccount } from "../accounts/lock-account";
import type { UserActor } from "../core/actor";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { may } from "../core/permissions";
import { peopleSentences } from "./sentences";

/**
 * Holds the people of the actor's account still until the transaction ends, and returns its name. Throws forbidden when
 * another owner has just taken the actor's role away.
 */
export async function lockPeople(actor: UserActor, tx: Tx): Promise<string> {
  const name = await lockAccount(actor.accountId, tx);
  const [now] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.accountId, actor.accountId), eq(users.id, actor.userId)));
  if (name === undefined || !now || !may(now.role, "manage_people")) {
    throw new AppError("forbidden", peopleSentences.noLongerOwner);
  }
  return name;
}

/** Throws forbidden for a suspended account: nothing is mailed to strangers in its name. */
export async function demandUnsuspended(actor: UserActor): Promise<void> {
  if (await findSuspension({ actor })) throw new AppError("forbidden", peopleSentences.suspended);
}

/** One of the people of the actor's account. Throws not_found. */
export async function findPerson(
  { accountId }: UserActor,
  userId: string,
  tx: Tx,
): Promise<typeof users.$inferSelect> {
  const [person] = await tx
    .select()
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (!person) throw new AppError("not_found", peopleSentences.notFound);
  return person;
}

/** Throws conflict when an account would be left without an owner. Only under `lockPeople` does the answer hold. */
export async function demandOtherOwner(
  { accountId }: UserActor,
  userId: string,
  tx: Tx,
): Promise<void> {
  const [others] = await tx
    .select({ owners: count() })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.role, "owner"), ne(users.id, userId)));
  if (!others || others.owners === 0) throw new AppError("conflict", peopleSentences.lastOwner);
}
