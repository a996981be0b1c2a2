import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { projectRoot } from "../database/project-root";
import { callerOf } from "../testing/call-api";
import { Installation } from "../testing/installation";
import { Phone } from "../testing/phone";

// A dozen programs are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const phone = new Phone();
const owner = { email: "owner@example.com", password: "a long enough one" };
const friend = "48732129000";
const sim = "48500600700";
let home: Installation;
let token = "";
let isOver = false;
/** Whatever a command has printed so far. */
const printed: string[] = [];
const call = callerOf(() => home);

beforeAll(async () => {
  await phone.listen();
  void reportAll();
  home = await Installation.prepare({});
  home.configure({ APP_URL: home.url });
  await Promise.all([
    run(
      "account",
      "create",
      "--email",
      owner.email,
      "--password",
      owner.password,
      "--credits",
      "20",
    ),
    home.start(),
  ]);
  const made = await home.cli(
    ...["token", "create", "--email", owner.email, "--name", "story", "--scopes", "send,read"],
  );
  ({ token } = made.json as { token: string });
});
afterAll(async () => {
  isOver = true;
  await home.remove();
  await phone.close();
});

async function run(...words: string[]) {
  const result = await home.run(...words);
  printed.push(result.out, result.err);
  return result;
}

/** The phone reports that each message was sent, and that each was delivered. */
async function reportAll(): Promise<void> {
  const reported = new Set<string>();
  while (!isOver) {
    for (const messageId of phone.messages.keys()) {
      if (reported.has(messageId)) continue;
      reported.add(messageId);
      const at = new Date().toISOString();
      await phone.report({ event: "sms:sent", payload: { messageId, partsCount: 1, sentAt: at } });
      await phone.report({ event: "sms:delivered", payload: { messageId, deliveredAt: at } });
    }
    await pause(50);
  }
}

const credentials = ["--username", phone.username, "--password", phone.password];
const file = () => JSON.parse(readFileSync(join(home.folder, "carriers.json"), "utf8"));
const textsTo = (number: string) =>
  [...phone.messages.values()].filter(({ phoneNumbers }) =>
    (phoneNumbers as string[]).includes(`+${number}`),
  );

describe("somebody with a phone", () => {
  test("adds it in one command to a running installation, which sends the test message", async () => {
    const { code, out, err } = await run(
      ...["carrier", "add", "sms-gate", "--url", phone.url, ...credentials, "--test-to", friend],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`Added sms-gate to ${join(home.folder, "carriers.json")}.`);
    expect(out).toContain("The phone reports to this installation: sms:sent");
    expect(out).toContain("It is delivered.");
    expect(textsTo(friend)).toHaveLength(1);
    expect(phone.webhooks.map(({ event }) => event).sort()).toEqual([
      ...["sms:cancelled", "sms:delivered", "sms:failed", "sms:received", "sms:sent"],
    ]);
    expect(file().carriers).toMatchObject([
      { name: "sms-gate", kind: "sms-gate", password: "secret:sms-gate.password" },
    ]);
  });

  test("has the password in secrets.json alone, which nobody else can read", () => {
    const secrets = join(home.folder, "secrets.json");
    expect(JSON.parse(readFileSync(secrets, "utf8")).carriers).toEqual({
      "sms-gate.password": phone.password,
    });
    for (const name of ["secrets.json", "carriers.json"]) {
      expect(statSync(join(home.folder, name)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(home.folder, "carriers.json"), "utf8")).not.toContain(phone.password);
    expect(printed.join("\n")).not.toContain(phone.password);
  });

  test("reads the replies once the number of the SIM card is theirs", async () => {
    const added = await run(
      ...["number", "add", "--account", owner.email, "--number", sim, "--carrier", "sms-gate"],
    );
    expect(added).toMatchObject({ code: 0, err: "" });
    const receivedAt = new Date().toISOString();
    const reply = { messageId: "in-1", message: "Dzięki!", sender: `+${friend}`, receivedAt };
    expect(await phone.report({ event: "sms:received", payload: reply })).toEqual([200]);
    const path = ["GET", "/api/inbound"] as [string, string];
    const { body } = await call<{ data: object[] }>({ token }, path);
    expect(body.data).toMatchObject([{ from: friend, to: sim, body: "Dzięki!" }]);
  });

  test("sees, drains, and enables it, and sends again", async () => {
    expect((await run("carrier", "list")).out).toContain("sms-gate  sms-gate");
    expect((await run("carrier", "status")).out).toContain("sms-gate: circuit closed");
    expect((await run("route", "test", "--to", `+${friend}`)).out).toContain("→");
    expect(await run("carrier", "drain", "--name", "sms-gate")).toMatchObject({
      out: "sms-gate gets no new messages.\n",
    });
    expect((await run("carrier", "status")).out).toContain("Draining since");
    expect(await run("route", "test", "--to", friend)).toMatchObject({
      code: 1,
      out: expect.stringContaining("(draining)"),
    });
    const wire = { from: "Depesza", to: "48732129001", body: "After the break" };
    expect((await call({ token }, ["POST", "/api/sms"], wire)).status).toBe(200);
    expect(await run("carrier", "enable", "--name", "sms-gate")).toMatchObject({
      out: "sms-gate gets messages.\n",
    });
    await expect.poll(() => textsTo("48732129001"), { timeout: 20_000 }).toHaveLength(1);
  });

  test("adds the example of the docs by hand, and its webhooks by the command", async () => {
    const page = join(projectRoot(), "app/(docs)/docs/_content/own-phone.md");
    const [, example = "{}"] =
      /^```json carriers\.json\n(.+?)\n```$/ms.exec(readFileSync(page, "utf8")) ?? [];
    const { carriers, routes } = JSON.parse(example);
    const byHand = { ...carriers[0], url: phone.url };
    const before = file();
    const text = JSON.stringify({ carriers: [...before.carriers, byHand], routes });
    writeFileSync(join(home.folder, "carriers.json"), text);
    home.configure({ PHONE_PASSWORD: phone.password });
    const { code, out, err } = await run("carrier", "add", "sms-gate", "--name", byHand.name);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("sms:received registered");
    expect(phone.webhooks.filter(({ url }) => url.includes("/webhooks/phone/"))).toHaveLength(5);
    expect(file().carriers).toContainEqual(byHand);
    writeFileSync(join(home.folder, "carriers.json"), JSON.stringify(before));
  });

  test("is asked for what the command line lacks, and the password is not shown", async () => {
    const terminal = home.runAtTerminal("carrier", "add", "sms-gate", "--name", "second");
    const { shown, answer } = sitAt(terminal);
    await answer(/url: $/, phone.url);
    await answer(/username: $/, phone.username);
    await answer(/password: $/, phone.password);
    await answer(/Number for a test message.*: $/, "");
    const [code] = await once(terminal, "close");
    expect(code).toBe(0);
    expect(shown()).toContain("Added second to");
    expect(shown()).toContain(phone.url);
    expect(shown()).not.toContain(phone.password);
    expect(file().carriers[1]).toMatchObject({
      ...{ name: "second", url: phone.url, username: phone.username },
      password: "secret:second.password",
    });
  });

  test("keeps a setting by pressing Enter", async () => {
    const before = file().carriers[1];
    const terminal = home.runAtTerminal("carrier", "add", "sms-gate", "--name", "second");
    const { shown, answer } = sitAt(terminal);
    await answer(/url: $/, "");
    await answer(/username: $/, "owner");
    await answer(/password: $/, "");
    const [code] = await once(terminal, "close");
    // A test message would fare no better, so nobody is asked for a number.
    expect(code).toBe(1);
    expect(shown()).toContain("The phone rejected the user name or the password (HTTP 401).");
    expect(file().carriers[1]).toEqual({ ...before, username: "owner" });
  });
});

/** Somebody at a terminal: what it shows, and how they answer. */
function sitAt({ stdin, stdout }: ChildProcess) {
  let raw = "";
  stdout?.setEncoding("utf8").on("data", (text: string) => {
    raw += text;
  });
  // Without the sequences that move the cursor.
  const shown = () => stripVTControlCharacters(raw);
  const answer = async (question: RegExp, words: string) => {
    await expect.poll(shown, { timeout: 30_000, interval: 20 }).toMatch(question);
    stdin?.write(`${words}\r`);
  };
  return { shown, answer };
}
