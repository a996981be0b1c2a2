import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, it, vi } from "vitest";
import { findPostmaster } from "../database/find-postmaster";
import { projectRoot } from "../database/project-root";
import { runSql } from "../testing/run-sql";

vi.setConfig({ testTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), "depesza-cli-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The command line as an administrator runs it; by default on the tests' database, or on one of its own. */
async function cli(words: string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(projectRoot(), "scripts/cli.mjs"), ...words], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { out, err, code: Number(code) };
}

async function json(words: string[], settings?: Record<string, string>) {
  const { out, err, code } = await cli([...words, "--json"], settings);
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

it("opens an account, makes and revokes its tokens and gives it credits, beside a running database", async () => {
  const email = `cli-${Date.now()}@example.com`;
  const account = await json([
    "account",
    "create",
    "--email",
    email,
    "--password",
    "a long enough one",
    "--credits",
    "7",
  ]);
  expect(account).toEqual({ account_id: expect.stringMatching(/^acc_\w{26}$/), email, credits: 7 });

  const live = await json([
    "token",
    "create",
    "--email",
    email,
    "--name",
    "ci",
    "--scopes",
    "send,manage",
  ]);
  expect(live).toMatchObject({
    token: expect.stringMatching(/^actio_live_\w{38}$/),
    mode: "live",
    scopes: ["send", "manage"],
  });
  const test = await json(["token", "create", "--email", email, "--name", "try", "--test"]);
  expect(test).toMatchObject({ token: expect.stringMatching(/^actio_test_\w{38}$/), mode: "test" });

  const byEmail = ["--email", email];
  const until = "2099-12-31";
  const fence = ["--expires", until, "--cidr", "203.0.113.9/24, 2001:db8::/32"];
  const fenced = await json(["token", "create", ...byEmail, "--name", "fenced", ...fence]);
  expect(fenced).toMatchObject({
    expires_at: `${until}T23:59:59.000Z`,
    cidrs: ["203.0.113.0/24", "2001:db8::/32"],
  });
  const rotated = await json(["token", "rotate", "--id", live.token_id, "--grace-hours", "24"]);
  expect(rotated).toMatchObject({
    token: expect.stringMatching(/^actio_live_\w{38}$/),
    token_id: live.token_id,
    scopes: ["send", "manage"],
    previous_secret: { masked: live.masked },
  });
  const atOnce = await cli(["token", "rotate", "--id", live.token_id]);
  expect(atOnce).toMatchObject({ code: 0, err: "" });
  expect(atOnce.out).toContain("The old secret has stopped working.");
  const tokens: { name: string }[] = await json(["token", "list", ...byEmail]);
  expect(tokens.map(({ name }) => name)).toEqual(["fenced", "try", "ci"]);

  expect(await json(["token", "revoke", "--id", live.token_id])).toMatchObject({
    token_id: live.token_id,
    name: "ci",
  });
  expect(await json(["token", "revoke", ...byEmail, "--name", "try"])).toMatchObject({
    token_id: test.token_id,
  });
  const ended = await cli(["token", "rotate", "--id", live.token_id]);
  const sentence = "This token is revoked or expired. Create a new one.\n";
  expect(ended).toEqual({ out: "", err: sentence, code: 1 });
  const again = await cli(["token", "revoke", "--email", email, "--name", "try"]);
  expect(again).toEqual({ out: "", err: `${email} has no active token named "try".\n`, code: 1 });

  expect(
    await json(["credits", "grant", "--email", email, "--amount", "5", "--note", "gift"]),
  ).toMatchObject({ credits: 12 });
  const listed: unknown[] = await json(["account", "list"]);
  expect(listed).toContainEqual(expect.objectContaining({ email, status: "active", credits: 12 }));
});

it("makes, lists, switches and replays webhook endpoints", async () => {
  const email = `hooks-${Date.now()}@example.com`;
  const account = ["account", "create", "--email", email, "--password", "a long enough one"];
  await json(account);
  const url = "https://example.com/hooks";
  const events = "sms.failed, sms.bounced";
  const made = await json([
    "webhook",
    "create",
    "--email",
    email,
    "--url",
    url,
    "--events",
    events,
  ]);
  expect(made).toMatchObject({ url, events: ["sms.failed", "sms.bounced"], test: false });
  expect(made.secret).toMatch(/^whsec_/);
  const which = ["--email", email, "--id", made.id];
  expect(await json(["webhook", "disable", ...which])).toMatchObject({ enabled: false });
  const listed = await cli(["webhook", "list", "--email", email]);
  expect(listed.out).toBe(`${made.id}  live  ${"disabled (manual)".padEnd(18)}  ${url}\n`);
  expect(await json(["webhook", "enable", ...which])).toMatchObject({ enabled: true });
  const since = ["--missing-since", "2026-01-01T00:00:00Z"];
  const counted = await cli(["webhook", "replay", ...which, ...since, "--dry-run"]);
  expect(counted).toEqual({ out: "0 events would be replayed.\n", err: "", code: 0 });
  const wrong = await cli(["webhook", "replay", ...which]);
  expect(wrong.err).toBe("Enter exactly one of event_id, failed_since, and missing_since.\n");
  const inside = await cli(["webhook", "create", "--email", email, "--url", "https://10.0.0.1/"]);
  expect(inside).toMatchObject({ code: 1, err: expect.stringContaining("not a public address") });
});

it("turn off two-step sign-in for a user who lost their app and recovery codes", async () => {
  const email = `lost-${Date.now()}@example.com`;
  await json(["account", "create", "--email", email, "--password", "a long enough one"]);
  const words = ["account", "disable-totp", "--email", email];
  expect(await json(words)).toEqual({ email, was_on: false, mail_sent: false });
  const unknown = await cli(["account", "disable-totp", "--email", "nobody@example.com"]);
  const err = "There is no account with the email nobody@example.com.\n";
  expect(unknown).toEqual({ out: "", err, code: 1 });
});

it("refusals exit 1 with a sentence, wrong usage exits 2", async () => {
  const missing = await cli([
    "credits",
    "grant",
    "--email",
    "nobody@example.com",
    "--amount",
    "5",
    "--note",
    "gift",
  ]);
  expect(missing).toEqual({
    out: "",
    err: "There is no account with the email nobody@example.com.\n",
    code: 1,
  });
  const weak = await cli(["account", "create", "--email", "nobody@example.com", "--password", "x"]);
  expect(weak.code).toBe(1);
  expect(weak.err).toMatch(/^[A-Z].*\.\n$/);
  const wrong = await cli(["credits", "grant", "--amount", "many"]);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("Usage: npm run cli -- credits grant");
  expect(await cli(["help"])).toMatchObject({ code: 0, err: "" });
});

it("without a server it opens the database itself, audits it and leaves nothing running", async () => {
  const own = { DATABASE_URL: "", DATA_DIR: dataDir };
  await json(
    ["account", "create", "--email", "one@example.com", "--password", "a long enough one"],
    own,
  );
  const clean = await cli(["audit"], own);
  expect(clean).toMatchObject({ code: 0, err: "" });
  expect(clean.out).toContain("OK: no violations found.");
  expect(findPostmaster(dataDir)).toBeUndefined();
});

it("audit names the breach and exits 1", async () => {
  const name = `audit_${Date.now()}`;
  const shared = process.env["DATABASE_URL"] ?? "";
  await runSql(shared, `create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  const own = { DATABASE_URL: url.href };
  await json(
    [
      "account",
      "create",
      "--email",
      "one@example.com",
      "--password",
      "a long enough one",
      "--credits",
      "3",
    ],
    own,
  );
  await runSql(url.href, "update accounts set credits = 4");
  const found = await cli(["audit", "--json"], own);
  expect(found.code).toBe(1);
  const report = JSON.parse(found.out);
  expect(report.breaches).toBe(1);
  expect(report.invariants).toContainEqual(
    expect.objectContaining({ name: "balance_is_ledger", breaches: 1 }),
  );
  await runSql(shared, `drop database ${name}`);
});
