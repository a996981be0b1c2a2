import { and, eq, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/drizzle/schema/contacts";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { checkRecipient } from "../numbers/check-recipient";
import { contactSentences } from "./sentences";

const testNumber = /^48500000[0-9]{3}$/;

/** The contacts of an account that an actor can see: for a test token, those of test numbers. */
export function visibleContacts({ accountId, mode }: Pick<Actor, "accountId" | "mode">): SQL {
  const ofAccount = eq(contacts.accountId, accountId);
  if (mode !== "test") return ofAccount;
  return and(ofAccount, sql`${contacts.number} ~ ${testNumber.source}`) ?? ofAccount;
}

/** Contacts serve live campaigns, too: a test token changes those of test numbers only. */
export function isChangeable({ mode }: Pick<Actor, "mode">, number: string): boolean {
  return mode !== "test" || testNumber.test(number);
}

/** Throws invalid_request for digits that can't get a message, and forbidden for those that aren't the actor's to change. */
export function demandNumber(actor: Pick<Actor, "mode">, number: string): void {
  const unreachable = checkRecipient(number);
  if (unreachable) throw invalidFields({ number: [unreachable] });
  if (!isChangeable(actor, number)) throw new AppError("forbidden", contactSentences.testToken);
}

/** The condition for one contact that an actor can see. Throws not_found for what is no ID. */
export function whichContact(
  actor: Pick<Actor, "accountId" | "mode">,
  contactId: string,
): SQL | undefined {
  const id = parsePublicId("con", contactId.slice(0, 64));
  if (!id) throw noSuchContact();
  return and(visibleContacts(actor), eq(contacts.id, id));
}

/** The one way to say that there is no such contact. */
export function noSuchContact(): AppError {
  return new AppError("not_found", contactSentences.notFound);
}
