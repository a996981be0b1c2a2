import { pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** A saved text with variables. */
export const templates = pgTable(
  "templates",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** With its variables, as `{{first_name|there}}`. */
    body: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("templates_name").on(t.accountId, t.name),
  ],
);
