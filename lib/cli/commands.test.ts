import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { addOptOut } from "../opt-outs/add-opt-out";
import { authenticateToken } from "../tokens/authenticate-token";
import { readCommand } from "./read-command";

const email = `cli-${randomUUID()}@example.com`;
const password = `long enough ${randomUUID()}`;

/** A command as `main` runs it, on the database of the tests. */
async function run(command: string, ...values: string[]) {
  const request = readCommand([...command.split(" "), ...values]);
  if (request.kind !== "run") throw new Error(JSON.stringify(request));
  const { lines, json } = await request.run();
  return { lines, json: json as Record<string, unknown> };
}

const mine = (command: string, ...values: string[]) => run(command, "--email", email, ...values);

beforeAll(() => mine("account create", "--password", password, "--credits", "7"));
afterAll(closeDatabase);

/** Whether a secret opens the API. */
const opens = (secret: unknown) =>
  authenticateToken(`Bearer ${secret}`, "127.0.0.1").then(
    () => true,
    () => false,
  );

describe("accounts", () => {
  test("are found by their email however it is written", async () => {
    const { json } = await run("token list", "--email", ` ${email.toUpperCase()} `);
    expect(json).toEqual([]);
  });

  test.each([
    ["token list", []],
    ["token create", ["--name", "ci"]],
    ["credits grant", ["--amount", "5", "--note", "gift"]],
    ["webhook list", []],
    ["account disable-totp", []],
  ])("that do not exist are named by %s, and nothing is made", async (command, values) => {
    const unknown = `nobody-${randomUUID()}@example.com`;
    await expect(run(command, "--email", unknown, ...values)).rejects.toMatchObject({
      message: `There is no account with the email ${unknown}.`,
    });
  });

  test("say so when no welcome credits were granted, and never show the password", async () => {
    const twin = email.replace("@", "+twin@");
    const { lines, json } = await run("account create", "--email", twin, "--password", password);
    expect(json).toMatchObject({ email: twin });
    expect(JSON.stringify([lines, json])).not.toContain(password);
  });
});

describe("tokens", () => {
  test("work from their creation until they are revoked, and the list never has the secret", async () => {
    const { json, lines } = await mine("token create", "--name", "ci");
    const secret = String(json["token"]);
    expect(lines[0]).toBe(secret);
    expect(await opens(secret)).toBe(true);
    const listed = await mine("token list");
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(listed.lines.join()).toContain(String(json["masked"]));
    await run("token revoke", "--id", String(json["token_id"]));
    expect(await opens(secret)).toBe(false);
    expect((await mine("token list")).lines.join()).toMatch(/ revoked /);
  });

  test("of one name are not guessed between: the command names how many and asks for the id", async () => {
    const both = [
      await mine("token create", "--name", "twin"),
      await mine("token create", "--name", "twin"),
    ];
    await expect(mine("token revoke", "--name", "twin")).rejects.toMatchObject({
      code: "conflict",
      message: `${email} has 2 active tokens named "twin"; choose one with --id.`,
    });
    expect(await opens(both[0]?.json["token"])).toBe(true);
    await run("token revoke", "--id", String(both[0]?.json["token_id"]));
    await mine("token revoke", "--name", "twin");
    expect(await opens(both[1]?.json["token"])).toBe(false);
  });

  test("keep the old secret for as long as was said, and no longer than the next rotation", async () => {
    const { json } = await mine("token create", "--name", "rotating");
    const id = String(json["token_id"]);
    const first = json["token"];
    const second = (await run("token rotate", "--id", id, "--grace-hours", "1")).json["token"];
    expect([await opens(first), await opens(second)]).toEqual([true, true]);
    const third = (await run("token rotate", "--id", id)).json["token"];
    expect([await opens(first), await opens(second), await opens(third)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("that may do less do no more than was said", async () => {
    const { json } = await mine("token create", "--name", "narrow", "--scopes", "read", "--test");
    expect(json).toMatchObject({ mode: "test", scopes: ["read"], cidrs: [], expires_at: null });
  });

  test("from one network open nothing from another", async () => {
    const { json } = await mine("token create", "--name", "fenced", "--cidr", "203.0.113.0/24");
    expect(await opens(json["token"])).toBe(false);
  });

  test("that do not exist cannot be revoked or rotated", async () => {
    for (const command of ["token revoke", "token rotate"]) {
      await expect(run(command, "--id", randomUUID())).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("credits", () => {
  test("are added to what there is, and the sum is shown", async () => {
    const before = Number(
      (await mine("credits grant", "--amount", "5", "--note", "a")).json["credits"],
    );
    const after = await mine("credits grant", "--amount", "6", "--note", "b");
    expect(after.json["credits"]).toBe(before + 6);
  });
});

describe("webhook endpoints", () => {
  const url = "https://example.com/hooks";

  test("get every event unless some are named, and their secret is shown only once", async () => {
    const { json } = await mine("webhook create", "--url", url);
    expect(json["events"]).toHaveLength(9);
    expect(json["secret"]).toMatch(/^whsec_/);
    expect(JSON.stringify(await mine("webhook list"))).not.toContain(String(json["secret"]));
  });

  test.each([
    ["--events", "sms.read"],
    ["--events", ""],
    ["--url", "http://169.254.169.254/latest"],
    ["--url", "not a url"],
  ])("with %s %j are not made", async (option, value) => {
    const before = (await mine("webhook list")).lines;
    const wrong = mine(
      "webhook create",
      ...(option === "--url" ? [] : ["--url", url]),
      option,
      value,
    );
    await expect(wrong).rejects.toThrow();
    expect((await mine("webhook list")).lines).toEqual(before);
  });

  test("of another account are not switched, nor replayed", async () => {
    const { json } = await mine("webhook create", "--url", url);
    const other = `other-${randomUUID()}@example.com`;
    await run("account create", "--email", other, "--password", password);
    const which = ["--email", other, "--id", String(json["id"])];
    await expect(run("webhook disable", ...which)).rejects.toMatchObject({ code: "not_found" });
    const since = ["--missing-since", "2026-01-01T00:00:00Z"];
    await expect(run("webhook replay", ...which, ...since)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("numbers", () => {
  test("belong to one account, by its email or ID, until they are removed", async () => {
    const number = `48${String(Date.now()).slice(-9)}`;
    const wanted = ["--number", `+${number}`, "--carrier", "main"];
    const { json } = await run("number add", "--account", email, ...wanted);
    expect(json).toMatchObject({ number, carrier: "main" });
    const again = run("number add", "--account", email, ...wanted);
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const { json: list } = await run("number list");
    expect(list).toContainEqual(expect.objectContaining({ number, email, carrier: "main" }));
    await run("number remove", "--number", number);
    const removed = run("number remove", "--number", number);
    await expect(removed).rejects.toMatchObject({ code: "not_found" });
    const wrong = run("number add", "--account", email, "--number", "abc", "--carrier", "main");
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("are checked for an account, whose opt-outs are seen", async () => {
    const check = (...values: string[]) => run("number check", ...values, "--account", email);
    const { lines, json } = await check("+48732129000");
    expect(lines).toContain("48732129000  +48 732 129 000");
    expect(json).toMatchObject({ sendable: true, type: "mobile", country: "PL", opted_out: false });
    const { accountId } = await findAccountByEmail(email);
    await addOptOut({ actor: operatorOf(accountId), input: { number: "48732129000" } });
    expect((await check("732129000", "--country", "PL")).json).toMatchObject({ opted_out: true });
    expect((await check("732129000")).lines).toContain("Use 48732129000.");
    const unknown = check("732129000", "--country", "XX");
    await expect(unknown).rejects.toMatchObject({ code: "invalid_request" });
  });
});
