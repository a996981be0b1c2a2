import { invitations } from "@/drizzle/schema/accounts";
import { addPerson } from "../accounts/add-person";
import { hashNewPassword } from "../accounts/hash-new-password";
import { lockAccount } from "../accounts/lock-account";
import { notifyOwners } from "../accounts/notify-owners";
import { recordActivity } from "../activity/record-activity";
import type { Visitor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { createSession } from "../sessions/create-session";
import { isInvitationOf } from "./_invitation-secret";
import { joinedMail } from "./_people-mails";
import { AcceptInvitationInput } from "./contract";
import { readInvitation } from "./read-invitation";
import { peopleSentences } from "./sentences";

interface Wanted {
  visitor: Visitor;
  /** An `AcceptInvitationInput` that nobody has checked. */
  input: unknown;
}

/**
 * Lets whoever has the mailed link join the account, once, and signs them in: the link has proved the address. Tells the
 * owners. Returns the session. Throws not_found for a dead link, conflict for an address with an account of its own, and
 * invalid_request.
 */
export async function acceptInvitation({
  visitor,
  input,
}: Wanted): Promise<{ sessionId: string; userId: string }> {
  const { ticket: secret, name, password } = parseInput(AcceptInvitationInput, input);
  const offer = await readInvitation(secret);
  if (!offer) throw deadLink();
  const passwordHash = await hashNewPassword({ password, email: offer.email });
  const { language } = visitor;
  const joined = await db().transaction(async (tx) => {
    // The account first, as who invites does.
    const [open] = await tx.select().from(invitations).where(isInvitationOf(secret));
    if (!open || (await lockAccount(open.accountId, tx)) === undefined) throw deadLink();
    const [taken] = await tx.delete(invitations).where(isInvitationOf(secret)).returning();
    if (!taken) throw deadLink();
    const { accountId, email, role } = taken;
    const userId = await addPerson({ accountId, email, role, name, passwordHash, language }, tx);
    const { address, userAgent } = visitor;
    const actor = { kind: "user", accountId, userId, email, address, userAgent } as const;
    const target = { name: email };
    await recordActivity({ actor, action: "person.joined", target, after: { role } }, tx);
    return { accountId, email, role, userId };
  });
  const { accountId, email, role, userId } = joined;
  const sessionId = await createSession({ visitor, input: { userId } });
  await notifyOwners(accountId, joinedMail({ email, role }));
  return { sessionId, userId };
}

function deadLink(): AppError {
  return new AppError("not_found", peopleSentences.deadLink);
}
