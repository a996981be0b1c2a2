import { resolve } from "node:path";
import { z } from "zod";
import { auditAndClose } from "../audit/run-audit";
import { checkBackup } from "../backups/check-backup";
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
  usage: "restore <file> [--replace] [--expire-waiting] | restore <file> --check",
  options: {
    replace: { type: "boolean" },
    "expire-waiting": { type: "boolean" },
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
      check: z.boolean().default(false),
    })
    .refine((given) => !(given.check && (given.replace || given["expire-waiting"])), {
      error: "--check changes nothing; leave the other options out.",
    }),
  run: ({ file, replace, check, "expire-waiting": expiresWaiting }) =>
    check
      ? checkFile(resolve(file))
      : restoreFile(resolve(file), { isReplacing: replace, expiresWaiting }),
});

async function checkFile(path: string): Promise<Outcome> {
  const manifest = await checkBackup({ path, passphrase: env().BACKUP_PASSPHRASE });
  const rows = rowsOf(manifest);
  return {
    lines: [
      `OK: ${path} is whole. Depesza ${manifest.version} made it at ${manifest.createdAt}, with ${countNoun(rows, "row", "rows")}.`,
    ],
    json: { file: path, version: manifest.version, created_at: manifest.createdAt, rows },
  };
}

interface Wanted {
  isReplacing: boolean;
  expiresWaiting: boolean;
}

async function restoreFile(
  path: string,
  { isReplacing, expiresWaiting }: Wanted,
): Promise<Outcome> {
  const { manifest, rows, notes } = await restoreBackup({ path, isReplacing });
  const { expired, paused } = expiresWaiting ? await expireWaiting() : { expired: 0, paused: 0 };
  const { findings } = await auditAndClose({ isFull: true });
  const breaches = findings.reduce((sum, finding) => sum + finding.breaches, 0);
  const waiting = await countWaiting();
  return {
    lines: [
      `Restored ${countNoun(rows, "row", "rows")} of ${manifest.createdAt}, made by Depesza ${manifest.version}.`,
      ...notes,
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
