import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** A person an account writes to: one number, and what is known of them. */
export const contacts = pgTable(
  "contacts",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    /** E.164 without the plus. */
    number: text().notNull(),
    /** By the name of the variable, as `first_name`. */
    fields: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("contacts_number").on(t.accountId, t.number),
  ],
);

/** People under a name. */
export const contactGroups = pgTable(
  "contact_groups",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("contact_groups_name").on(t.accountId, t.name),
  ],
);

export const contactGroupMembers = pgTable(
  "contact_group_members",
  {
    accountId: uuid().notNull(),
    groupId: uuid().notNull(),
    contactId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.groupId, t.contactId] }),
    index("contact_group_members_contact").on(t.accountId, t.contactId),
  ],
);
