import { hashForKey, takeAttempts } from "../attempts/attempts";
import type { UserActor } from "../core/actor";
import { AppError } from "../core/errors";
import type { Role } from "../core/permissions";
import { sendMail } from "../mail/send-mail";
import { invitationMail } from "./_people-mails";
import { peopleSentences } from "./sentences";

/** How long a mailed link works; the mail and the pages say "seven days". */
export const invitationLifeMs = 7 * 24 * 60 * 60_000;

const windowMs = 60 * 60_000;
const maxOfAccount = 20;
/** Of all accounts, so that nobody can flood a mailbox through many. */
const maxToOneAddress = 5;

/** Counts an invitation that is about to be mailed. Throws rate_limited. */
export async function countInvitation({ accountId }: UserActor, email: string): Promise<void> {
  await takeAttempts([
    { key: `invite:account:${accountId}`, most: maxOfAccount, windowMs },
    { key: `invite:to:${hashForKey(email)}`, most: maxToOneAddress, windowMs },
  ]);
}

interface Invitation {
  email: string;
  role: Role;
  account: string;
  secret: string;
}

/** Mails the link, in the language of whoever invites. Throws unavailable when the mail does not leave. */
export async function mailInvitation(
  { email: inviter, language }: UserActor,
  { email: to, ...invitation }: Invitation,
): Promise<void> {
  const letter = invitationMail({ inviter, ...invitation });
  if (await sendMail({ ...letter[language], to, language })) return;
  throw new AppError("unavailable", peopleSentences.mailNotSent);
}
