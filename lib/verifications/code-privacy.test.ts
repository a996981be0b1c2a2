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
const { operatorOf } = await import("../core/actor");
const { db } = await import("../core/db");
const { dispatchMessages } = await import("../dispatch/dispatch-messages");
const { exportMessages } = await import("../message-log/export-messages");
const { listLog } = await import("../message-log/list-log");
const { LogQuery } = await import("../message-log/log-contract");
const { getMessage } = await import("../messages/get-message");
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
