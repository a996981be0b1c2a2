import { dropPerson } from "../accounts/drop-person";
import { recordActivity } from "../activity/record-activity";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { sendMail } from "../mail/send-mail";
import { publishSessionsChange } from "../queue/notice";
import { eraseInvitationsBy } from "./_erase-invitations-by";
import { findPerson, lockPeople } from "./_lock-people";
import { removedMail } from "./_people-mails";
import { PersonInput } from "./contract";
import { peopleSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** A `PersonInput` that nobody has checked. */
  input: unknown;
}

/**
 * Removes somebody from the account: their sessions end at once, and what they created stays, tokens too. Tells them by
 * mail, and returns their address. Throws not_found, conflict for the actor, and forbidden without `manage_people`.
 */
export async function removePerson({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_people");
  const { user_id: userId } = parseInput(PersonInput, input);
  // So an owner is always left: the actor.
  if (userId === actor.userId) throw new AppError("conflict", peopleSentences.notYourself);
  const { accountId } = actor;
  const { email, language, account } = await db().transaction(async (tx) => {
    const account = await lockPeople(actor, tx);
    const person = await findPerson(actor, userId, tx);
    await dropPerson({ accountId, userId }, tx);
    if (person.role === "owner") await eraseInvitationsBy({ actor, userId }, tx);
    const target = { name: person.email };
    const before = { role: person.role };
    await recordActivity({ actor, action: "person.removed", target, before }, tx);
    return { ...person, language: person.language ?? "en", account };
  });
  publishSessionsChange(accountId);
  await sendMail({ ...removedMail({ by: actor.email, account })[language], to: email, language });
  return email;
}
