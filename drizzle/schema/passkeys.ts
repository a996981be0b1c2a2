import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { instant } from "./columns";

/** A passkey of a person: what their device proves itself by. The private key never leaves the device. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The device's own name of the key, in base64url; at most 1,023 bytes (WebAuthn Level 3, 4). */
    credentialId: text().notNull(),
    /** The COSE key, in base64url. */
    publicKey: text().notNull(),
    /** How often the device says it was used; stays 0 for devices that don't count. */
    counter: bigint({ mode: "number" }).notNull(),
    /** How browsers reach the device, such as `usb` or `internal`. */
    transports: text().array().notNull(),
    /** What its person calls it. */
    name: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
  },
  (t) => [
    unique("passkeys_credential_unique").on(t.credentialId),
    index("passkeys_user").on(t.userId),
    check("passkeys_counter_not_negative", sql`${t.counter} >= 0`),
  ],
);
