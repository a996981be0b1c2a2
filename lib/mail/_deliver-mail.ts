import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { appUrl, env } from "../core/env";
import { once } from "../core/once";
import { mailFolder } from "./_mail-folder";
import { renderMail } from "./_render-mail";
import { keepsMails } from "./keeps-mails";
import type { Mail } from "./mail";

/** A person waits for the answer of the page that sends the mail. */
const timeoutMs = 10_000;

/**
 * Hands a mail to SMTP_URL, or keeps it in `DATA_DIR/mail` as .eml when there is no mail server. Its id is
 * in the Message-ID, so that a mail which was taken twice can be told to be one. Throws what went wrong.
 */
export async function deliverMail(mail: Mail, id: string): Promise<void> {
  const letter = {
    messageId: `<${id}@${new URL(appUrl()).hostname}>`,
    from: env().MAIL_FROM ?? "Depesza <depesza@localhost>",
    to: { name: "", address: mail.to },
    subject: mail.subject,
    ...renderMail(mail),
    // Nobody's holiday should answer it.
    headers: { "Auto-Submitted": "auto-generated" },
  };
  await (keepsMails() ? keep(mail, id, letter) : post(letter));
}

const transport = once(() =>
  createTransport({
    url: env().SMTP_URL,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  }),
);

async function post(letter: SendMailOptions): Promise<void> {
  await transport().sendMail(letter);
}

/** The text lies beside the .eml, for the page that shows it here. */
async function keep(mail: Mail, id: string, letter: SendMailOptions): Promise<void> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await composer.sendMail(letter);
  const folder = mailFolder();
  const name = join(folder, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${name}.eml`, message as Buffer, { mode: 0o600 });
  const kept = { ...mail, sentAt: new Date() };
  await writeFile(`${name}.json`, JSON.stringify(kept), { mode: 0o600 });
}
