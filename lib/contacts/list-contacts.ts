import { and, desc, lt, type SQL, sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { toContactViews } from "./_contact-view";
import { noSuchGroup } from "./_find-group";
import { visibleContacts } from "./_visible-contacts";
import type { ContactView, ListContactsQuery } from "./contract";
import { contactSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListContactsQuery;
}

/**
 * Contacts that match, newest first; `nextCursor` is null at the end. A search looks at each contact of the account at
 * most once, and an account has at most 200,000. A test token sees test numbers only. Throws invalid_request, not_found
 * for a group that is none, and forbidden without `read_contacts`.
 */
export async function listContacts({ actor, input }: Wanted): Promise<{
  data: ContactView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_contacts");
  const { q, group_id, limit, cursor } = input;
  const rows = await db()
    .select()
    .from(contacts)
    .where(
      and(
        visibleContacts(actor),
        q === undefined ? undefined : matches(q),
        group_id === undefined ? undefined : isIn(actor.accountId, group_id),
        cursor === undefined ? undefined : behind(cursor),
      ),
    )
    .orderBy(desc(contacts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: await toContactViews(actor.accountId, page, db()),
    nextCursor: last ? publicId("con", last.id) : null,
  };
}

/** Digits as people write them are looked for in numbers, and every text in the values of the fields. */
function matches(q: string): SQL | undefined {
  const text = q.normalize("NFC").trim().toLowerCase();
  if (text === "") return undefined;
  const digits = text.replace(/[\s()+.-]/g, "");
  const inFields = sql`exists (
    select 1 from jsonb_each_text(${contacts.fields}) as field where strpos(lower(field.value), ${text}) > 0)`;
  if (!/^\d{1,15}$/.test(digits)) return inFields;
  return sql`(strpos(${contacts.number}, ${digits}) > 0 or ${inFields})`;
}

function isIn(accountId: string, groupId: string): SQL {
  const id = parsePublicId("grp", groupId);
  if (!id) throw noSuchGroup();
  return sql`exists (
    select 1 from ${contactGroupMembers} m
    where m.account_id = ${accountId}::uuid and m.group_id = ${id}::uuid and m.contact_id = ${contacts.id})`;
}

function behind(cursor: string): SQL {
  const id = parsePublicId("con", cursor);
  if (!id) throw invalidFields({ cursor: [contactSentences.wrongCursor] });
  return lt(contacts.id, id);
}
