import { and, eq } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { sendMail } from "../mail/send-mail";
import { emailChanged } from "./_account-mails";
import { dropTickets, takeTicket } from "./_tickets";
import { TicketInput } from "./contract";

/**
 * Takes a new e-mail by the ticket mailed there, once, and tells the old address. Links mailed to the old
 * one are worthless from then on. Returns the new e-mail. Throws not_found, conflict when it is taken.
 */
export async function confirmEmail(input: unknown): Promise<string> {
  const { ticket: secret } = parseInput(TicketInput, input);
  const { from, to } = await db().transaction(async (tx) => {
    const ticket = await takeTicket({ kind: "email", secret }, tx);
    if (!ticket?.email) throw deadLink();
    await dropTickets(ticket.userId, ["reset"], tx);
    return { from: await replaceEmail(ticket.userId, ticket.email, tx), to: ticket.email };
  });
  await sendMail({ to: from, ...emailChanged(to) });
  return to;
}

/** Returns the address that was replaced. */
async function replaceEmail(userId: string, email: string, tx: Tx): Promise<string> {
  const [owner] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (owner) throw new AppError("conflict", "There is an account with this e-mail by now.");
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!user) throw deadLink();
  await tx.update(users).set({ email }).where(eq(users.id, userId));
  // A new account is named after its first user.
  await tx
    .update(accounts)
    .set({ name: email })
    .where(and(eq(accounts.id, user.accountId), eq(accounts.name, user.email)));
  return user.email;
}

function deadLink(): AppError {
  return new AppError(
    "not_found",
    "This link was used, replaced by a newer one, or is more than an hour old.",
  );
}
