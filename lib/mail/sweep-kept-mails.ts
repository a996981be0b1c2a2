import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { firstIdAt } from "../core/ids";
import { keptFiles } from "../retention/kept";
import { mailFolder } from "./_mail-folder";

const keptMs = keptFiles.emails.forDays * 24 * 60 * 60_000;

/** Removes mails kept here for more than a week: they hold addresses, and their links are long dead. */
export async function sweepKeptMails(): Promise<void> {
  const oldest = firstIdAt(Date.now() - keptMs);
  const names = await readdir(mailFolder()).catch(() => []);
  const old = names.filter((name) => name < oldest);
  await Promise.all(old.map((name) => rm(join(mailFolder(), name), { force: true })));
}
