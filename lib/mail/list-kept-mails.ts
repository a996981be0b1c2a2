import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { jsonIn } from "../core/json-in";
import { languages } from "../language/language";
import { mailFolder } from "./_mail-folder";

const KeptMail = z.object({
  to: z.string(),
  subject: z.string(),
  paragraphs: z.array(z.string()),
  link: z.object({ words: z.string(), url: z.string() }).optional(),
  language: z.enum(languages).optional(),
  sentAt: z.string(),
});

export type KeptMail = z.infer<typeof KeptMail> & { id: string };

/** The newest mails kept here, newest first. Ids rise with time and name the files. */
export async function listKeptMails(limit: number): Promise<KeptMail[]> {
  const names = await readdir(mailFolder()).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, limit);
  const mails = await Promise.all(newest.map(readKept));
  return mails.filter((mail) => mail !== null);
}

/** Null for one that is just being written or swept away, or was cut off. */
async function readKept(name: string): Promise<KeptMail | null> {
  const text = await readFile(join(mailFolder(), name), "utf8").catch(() => "");
  const kept = KeptMail.safeParse(jsonIn(text));
  return kept.success ? { ...kept.data, id: name.replace(/\.json$/, "") } : null;
}
