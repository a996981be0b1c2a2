import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** When the latest process of a kind last said that it is alive. */
export const heartbeats = pgTable("heartbeats", {
  name: text().primaryKey(),
  at: instant().notNull(),
});
