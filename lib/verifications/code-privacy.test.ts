import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";

// It looks for a code in every table there is, so the test has a database of its own.
const upstream = new Upstream();
await upstream.listen();
const folder = await mkdtemp(join(tmpdir(), "carriers-"));
const { url, token } = upstream;
const carrier = { name: "carrier", kind: "http", url, token };
const routes = [{ to: "*", carrier: "carrier" }];
writeFileSync(join(folder, "carriers.json"), JSON.stringify({ carriers: [carrier], routes }));
const drop = await useOwnDatabase({ CARRIERS_FILE: join(folder, "carriers.json") });
afterAll(async () => {
  await upstream.close();
  await drop();
  await rm(folder, { recursive: true });
});

const { erasePerson } = await import("../account-data/erase-person");
const { exportAccount } = await import("../account-data/export-account");
const { listCarrierHealth } = await import("../carriers/list-carrier-health");
const { operatorOf } = await import("../core/actor");
const { db } = await import("../core/db");
const { isAway } = await import("../core/to-app-error");
const { dispatchMessages } = await import("../dispatch/dispatch-messages");
const { exportMessages } = await import("../message-log/export-messages");
const { listLog } = await import("../message-log/list-log");
const { LogQuery } = await import("../message-log/log-contract");
const { getMessage } = await import("../messages/get-message");
const { sendMessage } = await import("../sending/send-message");
const { mintSignedIn } = await import("../testing/signed-in");
const { check, rowOf } = await import("../testing/verification-scene");
const { createEndpoint } = await import("../webhooks/create-endpoint");
const { codeOf } = await import("./_code-of");
const { checkNumber } = await import("./check-number");
const { startVerification } = await import("./start-verification");

const to = "48732129000";
const queue = { carrier: "carrier", test: false };

/** The tables with a row that says it. Ten digits are in no other text by chance. */
async function tablesThatSay(text: string): Promise<string[]> {
  const names = await db().execute<{ name: string }>(
    sql`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const found: string[] = [];
  for (const { name } of names) {
    const rows = await db().execute(
      sql`select from ${sql.raw(name)} t where position(${text} in to_jsonb(t)::text) > 0 limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test("a phone gets the code, and nothing else ever has it: no table, not while it waits, and no view, export, or event", async () => {
  const { actor: person, accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  await createEndpoint({ actor, input: { url: "https://example.com/hook" } });
  const input = { to, code_length: 10, webotp_domain: "example.com" };
  const { verification: view } = await startVerification({ actor, input });
  const code = codeOf(await rowOf(actor, view.verification_id));
  expect(code).toMatch(/^\d{10}$/);
  expect(await tablesThatSay(code)).toEqual([]);
  expect(JSON.stringify(view)).not.toContain(code);
  const words = "is your code. It works for 10 min. Don't share it with anyone.";
  const shown = `•••••••••• ${words}\n\n@example.com #••••••••••`;
  const masked = { body: shown, store_body: true, verification_id: view.verification_id };
  const messageId = view.message_id ?? "";
  // As the text that the phone gets is counted, not the one that is shown.
  const counted = { encoding: "GSM-7", segments: 1, credits: 1 };
  const message = await getMessage({ actor, input: { messageId } });
  expect(message).toMatchObject({ ...masked, ...counted });
  const log = (q: string) => listLog({ actor, input: LogQuery.parse({ q }) });
  expect((await log(words)).data).toMatchObject([masked]);
  expect((await log(code)).data).toEqual([]);
  const exported = { query: LogQuery.parse({}), format: { as: "ndjson" } as const };
  const files = [
    exportMessages({ actor, input: exported }),
    await exportAccount({ actor: person }),
  ];
  for (const file of files) {
    const text = await new Response(file).text();
    expect(text).toContain(messageId);
    expect(text).toContain("••••••••••");
    expect(text).not.toContain(code);
  }
  await dispatchMessages(queue);
  await expect.poll(() => upstream.askedFor(messageId)).toHaveLength(1);
  const [asked] = upstream.askedFor(messageId);
  expect(asked?.wire["body"]).toBe(`${code} ${words}\n\n@example.com #${code}`);
  expect(await check(actor, view.verification_id, code)).toBe("approved");
  expect(await tablesThatSay(code)).toEqual([]);
  expect(await getMessage({ actor, input: { messageId } })).toMatchObject(masked);
});

test("a person who is erased leaves no verification, and none that was only guessed at", async () => {
  const { accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  const number = "48732129777";
  await startVerification({ actor, input: { to: number } });
  await checkNumber({ actor, input: { to: number, code: "000000" } });
  await dispatchMessages(queue);
  expect(await tablesThatSay(number)).toContain("verifications");
  await erasePerson({ actor, input: { number, confirmation: number } });
  expect(await tablesThatSay(number)).not.toContain("verifications");
});

test("a start that could not be stored takes none of the five places", async () => {
  const { accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  await db().execute(sql`
    create function fail_start() returns trigger language plpgsql as
    $$ begin raise exception 'disk full' using errcode = '53100'; end $$`);
  await db().execute(sql`
    create trigger fail_start before insert on verifications for each row execute function fail_start()`);
  for (let send = 1; send <= 6; send += 1) {
    await expect(startVerification({ actor, input: { to } })).rejects.toSatisfy(isAway);
  }
  await db().execute(sql`drop trigger fail_start on verifications`);
  await startVerification({ actor, input: { to } });
});

test("what a carrier says of a text that it rejects, or can't take, is nowhere, not even in its figures", async () => {
  const { accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  const secret = "Your password is hunter2";
  const start = async (number: string) => {
    const input = { to: number, code_length: 10 };
    const { verification } = await startVerification({ actor, input });
    return {
      code: codeOf(await rowOf(actor, verification.verification_id)),
      messageId: verification.message_id ?? "",
    };
  };
  const hide = async () => {
    const input = { from: "Test", to, body: secret, store_body: false };
    return (await sendMessage({ actor, input })).accepted.message_id ?? "";
  };
  upstream.behave = ({ wire }) => {
    const body = String(wire["body"]);
    const code = /\d{6,10}|hunter2/.exec(body)?.[0];
    return { status: 422, body: { code, detail: `body "${body}" is blocked` } };
  };
  const { code, messageId } = await start("48732129801");
  const rejected = [messageId, await hide()];
  await dispatchMessages(queue);
  for (const each of rejected) {
    const shown = () => getMessage({ actor, input: { messageId: each } });
    const facts = { status: "failed", reason: "carrier_rejected", carrier_code: null };
    await expect.poll(shown).toMatchObject(facts);
  }
  expect(await tablesThatSay(code)).toEqual([]);
  expect(await tablesThatSay("hunter2")).toEqual([]);

  upstream.behave = ({ wire }) => ({
    status: 402,
    body: { detail: `No credits: ${wire["body"]}` },
  });
  const others = [await start("48732129802"), await start("48732129803")];
  // More than were well before, or the circuit stays closed.
  for (let each = 1; each <= 8; each += 1) await hide();
  await dispatchMessages(queue);
  const health = async () => (await listCarrierHealth()).carriers[0];
  await expect.poll(health).toMatchObject({ circuit: "open", detail: "HTTP 402" });
  for (const other of others) expect(await tablesThatSay(other.code)).toEqual([]);
  // It waits, and has to be somewhere.
  expect(await tablesThatSay("hunter2")).toEqual(["messages"]);
});
