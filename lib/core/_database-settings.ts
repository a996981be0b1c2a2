import { resolve } from "node:path";
import { z } from "zod";
import { databaseShape, databaseUrl, text } from "./_setting-shapes";
import { isDatabaseUrl } from "./database-url";

/** Settings of the database and its backups. */
export const databaseSettings = {
  DATABASE_URL: databaseUrl
    .optional()
    .describe(
      "A PostgreSQL 15 or newer to use instead of the embedded one; several servers as host:port,host:port.",
    ),
  DATABASE_POOLER: z
    .enum(["none", "transaction"])
    .default("none")
    .describe(
      "What DATABASE_URL leads to: none for PostgreSQL, transaction for PgBouncer in that mode.",
    ),
  DATABASE_DIRECT_URL: databaseUrl
    .optional()
    .describe(
      "PostgreSQL without the pooler, for live updates, locks, and migrations; set with DATABASE_POOLER.",
    ),
  DATABASE_READ_URL: text
    .refine((url) => isDatabaseUrl(url, "standby"), databaseShape)
    .optional()
    .describe(
      "A streaming standby of DATABASE_URL that lists, exports, and the audit read from while it keeps up.",
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe(
      "Maximum number of PostgreSQL connections per process, to each of both servers; the process of the pages has half as many.",
    ),
  BACKUP_DIR: text
    .transform((path) => resolve(path))
    .optional()
    .describe("Folder, on another disk if possible, for backups by schedule; none when unset."),
  BACKUP_EVERY: z.coerce
    .number()
    .min(0.25)
    .max(720)
    .default(24)
    .describe("Hours between two backups by schedule."),
  BACKUP_KEEP: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(7)
    .describe("Backups by schedule that stay in BACKUP_DIR; older ones are deleted."),
  BACKUP_PASSPHRASE: z
    .string()
    .min(12, "must have at least 12 characters")
    .max(1000, "must have at most 1,000 characters")
    .optional()
    .describe("Encrypts backups with AES-256; a restore needs the same one."),
};
