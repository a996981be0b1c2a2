import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { backupName } from "../backups/backup-names";
import { type Backup, createBackup } from "../backups/create-backup";
import { recordBackup } from "../backups/record-backup";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { isMigrated } from "../database/is-migrated";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";

const megabyte = 1_000_000;

export const backup = defineCommand({
  words: "backup",
  summary: "copy the database, the keys, and carriers.json into one file, while everything runs",
  usage: "backup [--to <file>]",
  options: { to: { type: "string" } },
  // The backup before an upgrade is of the older tables.
  isForAnyVersion: true,
  input: z.object({ to: z.string().trim().min(1, "--to must name a file.").optional() }),
  async run({ to }) {
    const made = await make(to);
    return {
      lines: [
        `Made ${made.path}: ${countNoun(made.rows, "row", "rows")}, ${(made.bytes / megabyte).toFixed(1)} MB, read back and checked.`,
        made.isEncrypted
          ? "It is encrypted: without BACKUP_PASSPHRASE nobody can restore it."
          : "It is not encrypted, and has the keys and all messages: protect it, or set BACKUP_PASSPHRASE.",
      ],
      json: {
        file: made.path,
        bytes: made.bytes,
        rows: made.rows,
        created_at: made.createdAt,
        encrypted: made.isEncrypted,
      },
    };
  },
});

async function make(to: string | undefined): Promise<Backup> {
  const { BACKUP_DIR, BACKUP_PASSPHRASE } = env();
  const file = backupName(new Date(), BACKUP_PASSPHRASE !== undefined);
  const path = resolve(to ?? join(BACKUP_DIR ?? ".", file));
  if (existsSync(path)) {
    throw new AppError("conflict", operatorSentence(`${path} is there already; choose another.`));
  }
  // Tables of another version may have no place for the record.
  if (!(await isMigrated())) return createBackup({ path });
  return recordBackup({ source: "command", path, file });
}
