import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { mailedLinkLifeMs } from "../sessions/session-lifetime";
import { startSmtp } from "../testing/start-smtp";
import { useOwnDatabase } from "../testing/use-own-database";
import { maxAgeMs } from "./_waits";

// Whatever waits is taken by whoever tries again, so that the tests have a database of their own.
let server = await startSmtp();
const drop = await useOwnDatabase({ SMTP_URL: server.url, MAIL_FROM: "sms@example.org" });
afterAll(async () => {
  await server.close();
  await drop();
});

const { db } = await import("../core/db");
const { retryMails } = await import("./retry-mails");
const { sendMail } = await import("./send-mail");

beforeEach(async () => {
  server.refuse(undefined);
  await db().execute(sql`delete from waiting_mails`);
});

const letter = () => ({
  to: `${randomUUID()}@example.com`,
  subject: "Set a new password",
  paragraphs: ["Hello."],
  link: { words: "Open", url: `https://sms.example.com/reset?ticket=${randomUUID()}` },
});

interface Waiting extends Record<string, unknown> {
  said: string;
  minutes: number;
}

function waiting() {
  return db().execute<Waiting>(sql`
    select m::text as said, round(extract(epoch from next_try_at - now()) / 60)::int as minutes
    from waiting_mails m`);
}

async function letTimePass(): Promise<void> {
  await db().execute(sql`update waiting_mails set next_try_at = now() - interval '1 second'`);
}

/** How often a mail was taken with its text. */
function timesTaken({ link }: ReturnType<typeof letter>): number {
  return server.said().split(`\r\n${link.url}\r\n`).length - 1;
}

test("a mail the server cannot take now leaves later, once, however many workers try", async () => {
  const mail = letter();
  server.refuse("451 try again later");
  expect(await sendMail(mail)).toBe(true);
  expect(timesTaken(mail)).toBe(0);
  server.refuse(undefined);
  expect(await retryMails()).toBe(0);
  await letTimePass();
  await Promise.all([retryMails(), retryMails()]);
  expect(timesTaken(mail)).toBe(1);
  expect(await waiting()).toEqual([]);
});

test("a mail waits for a server that is away", async () => {
  const mail = letter();
  await server.close();
  expect(await sendMail(mail)).toBe(true);
  await letTimePass();
  expect(await retryMails()).toBe(1);
  server = await startSmtp(server.port);
  await letTimePass();
  expect(await retryMails()).toBe(1);
  expect(timesTaken(mail)).toBe(1);
});

test("it is tried after 1, 5 and 30 minutes, and then given up", async () => {
  server.refuse("450 mailbox busy");
  await sendMail(letter());
  for (const minutes of [1, 5, 30]) {
    expect(await waiting()).toMatchObject([{ minutes }]);
    await letTimePass();
    await retryMails();
  }
  expect(await waiting()).toEqual([]);
});

test("what is refused for good is told at once and never tried again, not even from the waiting", async () => {
  server.refuse("550 no such mailbox");
  expect(await sendMail(letter())).toBe(false);
  expect(await waiting()).toEqual([]);
  server.refuse("451 later");
  await sendMail(letter());
  server.refuse("550 no such mailbox");
  await letTimePass();
  await retryMails();
  expect(await waiting()).toEqual([]);
});

test("no mail leaves when the link in it is dead", async () => {
  expect(maxAgeMs).toBe(mailedLinkLifeMs);
  const mail = letter();
  server.refuse("451 later");
  await sendMail(mail);
  server.refuse(undefined);
  await db().execute(sql`update waiting_mails set created_at = now() - interval '61 minutes'`);
  await letTimePass();
  await retryMails();
  expect(timesTaken(mail)).toBe(0);
  expect(await waiting()).toEqual([]);
});

test("the database alone does not tell what waits, nor for whom", async () => {
  const mail = letter();
  server.refuse("451 later");
  await sendMail(mail);
  const [row] = await waiting();
  expect(row?.said).not.toContain(mail.to);
  expect(row?.said).not.toContain("ticket");
});
