import { eq } from "drizzle-orm";
import { accounts, invitations } from "@/drizzle/schema/accounts";
import { findUser } from "../accounts/find-user";
import { db } from "../core/db";
import type { Role } from "../core/permissions";
import { isInvitationOf } from "./_invitation-secret";

interface Offer {
  email: string;
  role: Role;
  /** The name of the account. */
  account: string;
  /** The address has an account already. Only whoever reads its mailbox has the secret that this is told for. */
  hasAccount: boolean;
}

const maxSecret = 200;

/** What a mailed link offers, without using it up; null for a dead one. */
export async function readInvitation(secret: unknown): Promise<Offer | null> {
  if (typeof secret !== "string" || secret === "" || secret.length > maxSecret) return null;
  const [invitation] = await db().select().from(invitations).where(isInvitationOf(secret));
  if (!invitation) return null;
  const { accountId, email, role } = invitation;
  const [account] = await db()
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) return null;
  const hasAccount = (await findUser({ email })) !== undefined;
  return { email, role, account: account.name, hasAccount };
}
