import { timestamp } from "drizzle-orm/pg-core";

/** A point in time with the millisecond that the wire shows, so that a value reads back as it was answered. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
