import { and, eq } from "drizzle-orm";
import { contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { toContactViews } from "./_contact-view";
import { holdGroups } from "./_find-group";
import { joinGroups, storeContacts } from "./_store-contacts";
import { demandNumber } from "./_visible-contacts";
import { type ContactView, SaveContactInput } from "./contract";

interface Wanted {
  actor: Actor;
  /** A `SaveContactInput` that nobody has checked. */
  input: unknown;
}

/**
 * Saves what is known of a number: a new contact, or merged into the one that has it, whose other fields and groups
 * stay. Throws invalid_request, conflict at 200,000 contacts, and forbidden without `manage_contacts`.
 */
export async function saveContact({ actor, input }: Wanted): Promise<ContactView> {
  demandPermission(actor, "manage_contacts");
  const { number, fields = {}, groups = [] } = parseInput(SaveContactInput, input);
  demandNumber(actor, number);
  const { accountId } = actor;
  return db().transaction(async (tx) => {
    const groupIds = await holdGroups(actor, groups, tx);
    const [stored] = await storeContacts(accountId, [{ number, fields }], tx);
    if (stored && "refusal" in stored) throw refuse(stored);
    if (stored) await joinGroups(accountId, { contactIds: [stored.id], groupIds }, tx);
    const rows = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.accountId, accountId), eq(contacts.number, number)));
    const [view] = await toContactViews(accountId, rows, tx);
    if (!view) throw new AppError("internal", coreSentences.internal);
    return view;
  });
}

function refuse({
  refusal,
  code,
}: {
  refusal: AppError["sentence"];
  code: "invalid_request" | "conflict";
}) {
  return code === "conflict" ? new AppError(code, refusal) : invalidFields({ fields: [refusal] });
}
