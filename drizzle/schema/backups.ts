import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One attempt to make a backup, in whichever process. It never comes back with a restore: it is about this installation. */
export const backups = pgTable(
  "backups",
  {
    id: uuid().primaryKey(),
    startedAt: instant().notNull(),
    /** Null while it is made, and after the end of a process that was making it. */
    endedAt: instant(),
    /** What made it: the worker by the settings, or the command line. */
    source: text({ enum: ["schedule", "command"] }).notNull(),
    /** Its name without the folder, which differs from machine to machine. */
    file: text().notNull(),
    bytes: bigint({ mode: "number" }),
    rows: bigint({ mode: "number" }),
    /** Why there is none, in a sentence for the operator; null if it succeeded. */
    failure: text(),
  },
  (t) => [index("backups_started").on(t.startedAt)],
);
