import { resolve } from "node:path";
import { z } from "zod";
import { auditAndClose } from "../audit/run-audit";
import { checkBackup } from "../backups/check-backup";
import { isEncrypted } from "../backups/is-encrypted";
import { rowsOf } from "../backups/manifest";
import { restoreBackup } from "../backups/restore-backup";
import { pauseDueCampaigns } from "../campaigns/pause-due-campaigns";
import { env } from "../core/env";
import { expireMessages } from "../dispatch/expire-messages";
import { countWaiting } from "../messages/count-waiting";
import { outdateWaiting } from "../messages/outdate-waiting";
import { defineCommand, type Outcome } from "./command";
import { countNoun } from "./count-noun";

export const restore = defineCommand({
  words: "restore",
  summary: "restore an installation from a backup; with --check, only check the file",
  usage:
    "restore <file> [--replace] [--expire-waiting] [--allow-unencrypted] | restore <file> --check",
  options: {
    replace: { type: "boolean" },
    "expire-waiting": { type: "boolean" },
    "allow-unencrypted": { type: "boolean" },
    check: { type: "boolean" },
  },
  operand: "file",
  // The tables are those of the backup, whatever there is before.
  isForAnyVersion: true,
  input: z
    .object({
      file: z.string({ error: "Name the file of the backup." }),
      replace: z.boolean().default(false),
      "expire-waiting": z.boolean().default(false),
      "allow-unencrypted": z.boolean().default(false),
      check: z.boolean().default(false),
    })
    .refine(({ check, file: _, ...others }) => !(check && Object.values(others).some(Boolean)), {
      error: "--check changes nothing; leave the other options out.",
    }),
  needsNoDatabase: ({ check }) => check,
  run: ({ file, check, ...options }) =>
    check
      ? checkFile(resolve(file))
      : restoreFile({
          path: resolve(file),
          isReplacing: options.replace,
          expiresWaiting: options["expire-waiting"],
          acceptsPlain: options["allow-unencrypted"],
        }),
});

async function checkFile(path: string): Promise<Outcome> {
  const { BACKUP_PASSPHRASE: passphrase } = env();
  const manifest = await checkBackup({ path, passphrase });
  const encrypted = await isEncrypted(path);
  const rows = rowsOf(manifest);
  const isOdd = passphrase !== undefined && !encrypted;
  return {
    lines: [
      `OK: ${path} is whole. Depesza ${manifest.version} made it at ${manifest.createdAt}, with ${countNoun(rows, "row", "rows")}.`,
      ...(isOdd
        ? ["It is not encrypted, although BACKUP_PASSPHRASE is set: anybody may have made it."]
        : []),
    ],
    json: {
      file: path,
      version: manifest.version,
      created_at: manifest.createdAt,
      rows,
      encrypted,
    },
  };
}

interface Wanted {
  path: string;
  isReplacing: boolean;
  expiresWaiting: boolean;
  acceptsPlain: boolean;
}

async function restoreFile({ expiresWaiting, ...wanted }: Wanted): Promise<Outcome> {
  let ended = { expired: 0, paused: 0 };
  const finish = async () => {
    if (expiresWaiting) ended = await expireWaiting();
  };
  const { manifest, rows, notes } = await restoreBackup({ ...wanted, finish });
  const { expired, paused } = ended;
  const { findings } = await auditAndClose({ isFull: true });
  const breaches = findings.reduce((sum, finding) => sum + finding.breaches, 0);
  const waiting = await countWaiting();
  return {
    lines: [
      `Restored ${countNoun(rows, "row", "rows")} of ${manifest.createdAt}, made by Depesza ${manifest.version}.`,
      ...notes,
      `Everything after ${manifest.createdAt} is undone, and nobody can list it from the backup: API tokens revoked, people removed, passwords changed, opt-outs received, and data erased since then are as they were. Do that again. Payments since then have no credits, and numbers of invoices are given out again: grant the credits, and check the numbers.`,
      ...(expired > 0
        ? [`${countNoun(expired, "message", "messages")} expired; the credits were refunded.`]
        : []),
      ...(paused > 0
        ? [`${countNoun(paused, "campaign", "campaigns")} paused: cancel or resume each of them.`]
        : []),
      ...(waiting > 0 ? [waitingLine(waiting)] : []),
      breaches === 0
        ? "Audit OK: no violations found. Start Depesza."
        : `The audit found ${countNoun(breaches, "violation", "violations")}; run "audit" to see them.`,
    ],
    json: {
      created_at: manifest.createdAt,
      version: manifest.version,
      rows,
      waiting,
      expired,
      paused,
      notes,
      breaches,
    },
    hasViolation: breaches > 0,
  };
}

/** No worker runs: what was waiting at the time of the backup ends here, and none of it is sent. */
async function expireWaiting(): Promise<{ expired: number; paused: number }> {
  const expired = await outdateWaiting();
  while ((await expireMessages()) > 0);
  return { expired, paused: await pauseDueCampaigns() };
}

function waitingLine(waiting: number): string {
  const were = countNoun(waiting, "message was", "messages were");
  return `${were} queued in the backup and will be sent when Depesza starts, even if they were sent after it. To refund them instead, restore with --replace --expire-waiting.`;
}
