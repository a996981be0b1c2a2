import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { firstIdAt, newId } from "../core/ids";

const root = mkdtempSync(join(tmpdir(), "depesza-kept-"));
vi.stubEnv("DATA_DIR", root);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});
vi.resetModules();
const { listKeptMails } = await import("./list-kept-mails");
const { sweepKeptMails } = await import("./sweep-kept-mails");

const folder = join(root, "mail");
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function keep(id: string, text = JSON.stringify(mail(id))): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.json`), text);
  writeFileSync(join(folder, `${id}.eml`), "Subject: x\r\n");
}

function mail(subject: string) {
  const link = { words: "Open", url: "https://sms.example.com/x" };
  return { to: "ada@example.com", subject, paragraphs: ["Hello."], sentAt: "2026-05-15", link };
}

const subjects = async (limit: number) =>
  (await listKeptMails(limit)).map(({ subject }) => subject);

test("an installation that has sent no mail yet has none to show, and none to sweep", async () => {
  expect(await listKeptMails(10)).toEqual([]);
  await expect(sweepKeptMails()).resolves.toBeUndefined();
});

test("the newest are shown, newest first, as many as asked for", async () => {
  const ids = Array.from({ length: 5 }, () => newId());
  for (const id of ids) keep(id);
  expect(await subjects(3)).toEqual(ids.toReversed().slice(0, 3));
  expect((await listKeptMails(1))[0]).toEqual({ ...mail(ids[4] ?? ""), id: ids[4] });
});

test.each([
  ["cut off at once", ""],
  ["cut off in the middle", '{"to":"ada@example.com","subj'],
  ["cut off behind its link", '{"to":"a","link":{"words":"Open","url":"https://sms.example.com"}'],
  ["without a sender's address", '{"subject":"x"}'],
  ["of another program", '["x"]'],
  ["that is no text", "\u0000\u0001}"],
])("a file %s hides no other mail", async (_what, text) => {
  const id = newId();
  keep(id);
  keep(newId(), text);
  expect(await subjects(10)).toEqual([id]);
});

test("a mail is swept a week after it was sent, with both of its files, and not a moment before", async () => {
  const weekMs = 7 * 86_400_000;
  const now = Date.now();
  const old = firstIdAt(now - weekMs - 60_000);
  const young = firstIdAt(now - weekMs + 60_000);
  keep(old);
  keep(young);
  await sweepKeptMails();
  expect(await subjects(10)).toEqual([young]);
});
