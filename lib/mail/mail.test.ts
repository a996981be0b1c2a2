import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { env } from "../core/env";
import { firstIdAt } from "../core/ids";
import { startSmtp } from "../testing/start-smtp";
import { listKeptMails } from "./list-kept-mails";
import { sendMail } from "./send-mail";
import { sweepKeptMails } from "./sweep-kept-mails";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const letter = () => ({
  to: `${randomUUID()}@example.com`,
  subject: "Zażółć gęślą jaźń",
  paragraphs: ["Tom & <b>Ada</b> say hello.", "Bye."],
  link: { words: "Open", url: "https://sms.example.com/x?a=1&b=2" },
});

/** A fresh copy of the module under other settings. */
async function sendMailWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import("./send-mail")).sendMail;
}

describe("without a mail server", () => {
  it("a mail is kept as .eml, with both bodies, and can be read again", async () => {
    const mail = letter();
    expect(await sendMail(mail)).toBe(true);
    const [kept] = (await listKeptMails(1000)).filter(({ to }) => to === mail.to);
    expect(kept).toMatchObject(mail);
    const eml = await readFile(join(env().DATA_DIR, "mail", `${kept?.id}.eml`), "utf8");
    expect(eml).toContain(`To: ${mail.to}`);
    expect(eml).toContain("multipart/alternative");
    expect(eml).toContain("Auto-Submitted: auto-generated");
  });

  it("what a mail says is text, whatever it looks like", async () => {
    const { renderMail } = await import("./_render-mail");
    const { text, html } = renderMail(letter());
    expect(text).toContain(
      "Tom & <b>Ada</b> say hello.\n\nOpen:\nhttps://sms.example.com/x?a=1&b=2\n",
    );
    expect(html).toContain("Tom &amp; &lt;b&gt;Ada&lt;/b&gt; say hello.");
    expect(html).toContain('href="https://sms.example.com/x?a=1&amp;b=2"');
  });

  it("no address can add a recipient or a header", async () => {
    const to = `${randomUUID()}@example.com\r\nBcc: eve@example.com`;
    await sendMail({ ...letter(), to });
    const [newest] = await listKeptMails(1);
    const eml = await readFile(join(env().DATA_DIR, "mail", `${newest?.id}.eml`), "utf8");
    expect(eml).not.toMatch(/^Bcc:/im);
  });

  it("after a week it is swept away", async () => {
    await sendMail(letter());
    const folder = join(env().DATA_DIR, "mail");
    const [name = ""] = (await readdir(folder)).filter((each) => each.endsWith(".eml"));
    const old = join(folder, `${firstIdAt(Date.now() - 8 * 86_400_000)}.eml`);
    await rename(join(folder, name), old);
    const before = (await readdir(folder)).length;
    await sweepKeptMails();
    expect(existsSync(old)).toBe(false);
    expect((await readdir(folder)).length).toBe(before - 1);
  });
});

describe("with a mail server", () => {
  it("a mail leaves by SMTP with its sender", async () => {
    const server = await startSmtp();
    const send = await sendMailWith({
      SMTP_URL: server.url,
      MAIL_FROM: "Depesza <sms@example.org>",
    });
    const mail = letter();
    expect(await send(mail)).toBe(true);
    expect(server.said()).toContain("MAIL FROM:<sms@example.org>");
    expect(server.said()).toContain(`RCPT TO:<${mail.to}>`);
    expect((await listKeptMails(1000)).filter(({ to }) => to === mail.to)).toEqual([]);
    await server.close();
  });

  it("a mail that will not leave is no failure of what it tells about, and is said", async () => {
    const server = await startSmtp();
    server.refuse("550 no such mailbox");
    const send = await sendMailWith({ SMTP_URL: server.url, MAIL_FROM: "sms@example.org" });
    expect(await send(letter())).toBe(false);
    await server.close();
  });
});

describe("whether mails are kept", () => {
  it.each([
    [{}, true],
    [{ SMTP_URL: "smtp://mail", MAIL_FROM: "a@b" }, false],
  ])("with %j: %s", async (settings, expected) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    vi.resetModules();
    const { keepsMails } = await import("./keeps-mails");
    expect(keepsMails()).toBe(expected);
  });
});
