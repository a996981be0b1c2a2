import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { hashForKey, takeAttempts } from "../attempts/attempts";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { mailedLinkLifeMs } from "../sessions/session-lifetime";
import { issueTicket } from "../tickets/tickets";
import { emailConfirmation } from "./account-mails";
import { confirmPassword } from "./confirm-password";
import { ChangeEmailInput } from "./contract";
import { mailUser } from "./mail-user";
import { accountSentences } from "./sentences";

const windowMs = 60 * 60_000;
const most = 5;
/** Of all accounts, so that nobody can flood a mailbox through many. */
const maxToOneAddress = 10;

interface Wanted {
  actor: UserActor;
  /** A `ChangeEmailInput` that nobody has checked. */
  input: unknown;
}

/**
 * Mails a link to a new address; until somebody there follows it, nothing changes. Returns the address.
 * Throws invalid_request for a taken address, unavailable when the mail does not leave.
 */
export async function requestEmailChange({ actor, input }: Wanted): Promise<string> {
  demandToAct(actor);
  const { new_email: email, password } = parseInput(ChangeEmailInput, input);
  const { userId } = await confirmPassword({ actor, input: { password } });
  await takeAttempts([
    { key: `email-change:user:${userId}`, most, windowMs },
    { key: `email-change:to:${hashForKey(email)}`, most: maxToOneAddress, windowMs },
  ]);
  await refuseTaken(email, actor.email);
  const wanted = { kind: "email", userId, email, lifeMs: mailedLinkLifeMs } as const;
  const ticket = await db().transaction((tx) => issueTicket(wanted, tx));
  if (await mailUser(userId, emailConfirmation(email, ticket), email)) return email;
  throw new AppError("unavailable", accountSentences.emailNotSent);
}

async function refuseTaken(email: string, own: string): Promise<void> {
  const [owner] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!owner) return;
  const sentence = email === own ? accountSentences.sameEmail : accountSentences.emailTaken;
  throw new AppError("invalid_request", sentence, { fields: { new_email: [sentence] } });
}
