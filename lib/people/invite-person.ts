import { and, count, eq, ne } from "drizzle-orm";
import { invitations, users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandPermission, type UserActor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { newSecret } from "./_invitation-secret";
import { demandUnsuspended, lockPeople } from "./_lock-people";
import { countInvitation, invitationLifeMs, mailInvitation } from "./_mail-invitation";
import { InviteInput } from "./contract";
import { peopleSentences } from "./sentences";

const maxOpen = 20;
const maxPeople = 100;

interface Wanted {
  actor: UserActor;
  /** An `InviteInput` that nobody has checked. */
  input: unknown;
}

/**
 * Mails somebody a link to join the account, and returns the address; whoever is invited again gets a new link and role.
 * Whether the address has an account of its own, only its mailbox learns. Throws invalid_request, conflict when there are
 * too many, rate_limited, unavailable when the mail does not leave, and forbidden without `manage_people`.
 */
export async function invitePerson({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_people");
  const { email, role } = parseInput(InviteInput, input);
  await countInvitation(actor, email);
  const { secret, hash } = newSecret();
  const account = await db().transaction(async (tx) => {
    const name = await lockPeople(actor, tx);
    await demandUnsuspended(actor);
    await demandRoom(actor, email, tx);
    const sentAt = await databaseNow(tx);
    const expiresAt = new Date(sentAt.getTime() + invitationLifeMs);
    const { accountId, userId: invitedBy } = actor;
    const link = { role, invitedBy, hash, sentAt, expiresAt };
    await tx
      .insert(invitations)
      .values({ id: newId(), accountId, email, ...link })
      .onConflictDoUpdate({ target: [invitations.accountId, invitations.email], set: link });
    const target = { name: email };
    await recordActivity({ actor, action: "person.invited", target, after: { role } }, tx);
    return name;
  });
  await mailInvitation(actor, { email, role, account, secret });
  return email;
}

async function demandRoom({ accountId }: UserActor, email: string, tx: Tx): Promise<void> {
  const people = await tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.accountId, accountId));
  if (people.some((person) => person.email === email)) {
    throw invalidFields({ email: [peopleSentences.alreadyHere] });
  }
  const [others] = await tx
    .select({ open: count() })
    .from(invitations)
    .where(and(eq(invitations.accountId, accountId), ne(invitations.email, email)));
  const open = others?.open ?? 0;
  if (open >= maxOpen) {
    throw new AppError("conflict", peopleSentences.tooManyInvitations({ max: maxOpen }));
  }
  if (people.length + open >= maxPeople) {
    throw new AppError("conflict", peopleSentences.tooManyPeople({ max: maxPeople }));
  }
}
