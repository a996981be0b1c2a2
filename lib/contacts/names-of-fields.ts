import { sql } from "drizzle-orm";
import { contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { visibleContacts } from "./_visible-contacts";

/** Names at most: a file has a column for each. */
const maxNames = 200;

/**
 * The names of the fields that contacts of the account have, those of most contacts first, at most 200; and how many
 * contacts there are. Throws forbidden without `read_contacts`.
 */
export async function namesOfFields({
  actor,
}: {
  actor: Actor;
}): Promise<{ names: string[]; contacts: number }> {
  demandPermission(actor, "read_contacts");
  const visible = visibleContacts(actor);
  const [counted] = await db().execute<{ contacts: number; names: string[] }>(sql`
    select (select count(*)::int from ${contacts} where ${visible}) as contacts,
      array(select name from (
        select key as name, count(*) as held
        from ${contacts}, jsonb_object_keys(${contacts.fields}) as key
        where ${visible} group by key order by held desc, name limit ${maxNames}
      ) named) as names`);
  return { names: counted?.names ?? [], contacts: counted?.contacts ?? 0 };
}
