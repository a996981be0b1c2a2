import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { useOwnDatabase } from "../testing/use-own-database";

// It looks for a code in every table there is, so the test has a database of its own.
const drop = await useOwnDatabase({});
afterAll(drop);

const { erasePerson } = await import("../account-data/erase-person");
const { exportAccount } = await import("../account-data/export-account");
const { db } = await import("../core/db");
const { dispatchMessages } = await import("../dispatch/dispatch-messages");
const { exportMessages } = await import("../message-log/export-messages");
const { LogQuery } = await import("../message-log/log-contract");
const { getMessage } = await import("../messages/get-message");
const { mintSignedIn } = await import("../testing/signed-in");
const { check, rowOf } = await import("../testing/verification-scene");
const { createEndpoint } = await import("../webhooks/create-endpoint");
const { operatorOf } = await import("../core/actor");
const { codeOf } = await import("./_code-of");
const { checkNumber } = await import("./check-number");
const { startVerification } = await import("./start-verification");

const to = "48732129000";

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

test("a code is only where its message waits, and nowhere once that was sent: no table, view, export, or event has it", async () => {
  const { actor: person, accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  await createEndpoint({ actor, input: { url: "https://example.com/hook" } });
  const input = { to, code_length: 10, webotp_domain: "example.com" };
  const view = await startVerification({ actor, input });
  const code = codeOf(await rowOf(actor, view.verification_id));
  expect(code).toMatch(/^\d{10}$/);
  expect(await tablesThatSay(code)).toEqual(["messages"]);
  expect(JSON.stringify(view)).not.toContain(code);
  const shown = await getMessage({ actor, input: { messageId: view.message_id ?? "" } });
  expect(shown).toMatchObject({ body: "", store_body: false });
  const log = { query: LogQuery.parse({}), format: { as: "ndjson" } as const };
  const files = [exportMessages({ actor, input: log }), await exportAccount({ actor: person })];
  for (const file of files) {
    const text = await new Response(file).text();
    expect(text).toContain(view.message_id);
    expect(text).not.toContain(code);
  }
  await dispatchMessages({ carrier: "simulator", test: false });
  await expect.poll(() => tablesThatSay(code)).toEqual([]);
  expect(await check(actor, view.verification_id, code)).toBe("approved");
  expect(await tablesThatSay(code)).toEqual([]);
});

test("a person who is erased leaves no verification, and none that was only guessed at", async () => {
  const { accountId } = await mintSignedIn();
  const actor = operatorOf(accountId, "live");
  const number = "48732129777";
  await startVerification({ actor, input: { to: number } });
  await checkNumber({ actor, input: { to: number, code: "000000" } });
  await dispatchMessages({ carrier: "simulator", test: false });
  expect(await tablesThatSay(number)).toContain("verifications");
  await erasePerson({ actor, input: { number, confirmation: number } });
  expect(await tablesThatSay(number)).not.toContain("verifications");
});
