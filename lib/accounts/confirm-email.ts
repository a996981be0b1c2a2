import { and, eq } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import type { Visitor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { codeOf } from "../core/to-app-error";
import { dropTickets, takeTicket } from "../tickets/tickets";
import { welcomeAddress } from "./_welcome-address";
import { emailChanged } from "./account-mails";
import { TicketInput } from "./contract";
import { mailUser } from "./mail-user";
import { accountSentences } from "./sentences";

const uniqueViolation = "23505";

interface Wanted {
  visitor: Visitor;
  /** A `TicketInput` that nobody has checked. */
  input: unknown;
}

/**
 * Takes a new e-mail by the ticket mailed there, once, and tells the old address. Links mailed to the old
 * one are worthless from then on. Returns the new e-mail. Throws not_found, conflict when it is taken.
 */
export async function confirmEmail({ visitor, input }: Wanted): Promise<string> {
  const { ticket: secret } = parseInput(TicketInput, input);
  const { userId, from, to } = await db().transaction(async (tx) => {
    const ticket = await takeTicket({ kind: "email", secret }, tx);
    if (!ticket?.email) throw deadLink();
    await dropTickets(ticket.userId, ["reset"], tx);
    const { userId, email: to } = ticket;
    const { accountId, email: from } = await replaceEmail(userId, to, tx);
    const { address, userAgent } = visitor;
    await recordActivity(
      {
        actor: { kind: "user", accountId, userId, email: from, address, userAgent },
        action: "email.changed",
        target: { name: from },
        before: { email: from },
        after: { email: to },
      },
      tx,
    );
    return { userId, from, to };
  });
  await mailUser(userId, emailChanged(to), from);
  return to;
}

/** Returns the person as they were, with the address that was replaced. */
async function replaceEmail(userId: string, email: string, tx: Tx) {
  const [owner] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (owner) throw taken();
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!user) throw deadLink();
  // From now on this address had an account, too: closing it and opening another brings no welcome credits.
  await welcomeAddress(email, tx);
  await tx
    .update(users)
    .set({ email })
    .where(eq(users.id, userId))
    .catch((error: unknown) => {
      // Somebody who confirmed at the same moment has just got it.
      throw codeOf(error) === uniqueViolation ? taken(error) : error;
    });
  // A new account is named after its first user.
  await tx
    .update(accounts)
    .set({ name: email })
    .where(and(eq(accounts.id, user.accountId), eq(accounts.name, user.email)));
  return user;
}

function taken(cause?: unknown): AppError {
  return new AppError("conflict", accountSentences.emailTakenMeanwhile, { cause });
}

function deadLink(): AppError {
  return new AppError("not_found", accountSentences.deadLink);
}
