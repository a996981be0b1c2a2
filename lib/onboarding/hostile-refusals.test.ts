import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { SendMessageInput } from "../messages/contract";
import { mintAccount } from "../testing/mint-account";
import { recordRefusal } from "./record-refusal";

let accountId = "";
beforeAll(async () => {
  ({ accountId } = await mintAccount());
});
afterAll(closeDatabase);

function refusalOf(read: () => unknown): AppError {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was accepted.");
}

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

test.each([
  ["from", "\u0000"],
  ["from", "a\u0000b"],
  ["from", "\ud83d"],
  ["to", "4873\u00002129000"],
  ["to", "\ud83d48732129000"],
  ["client_ref", "a\u0000"],
  ["idempotency_key", "\u0000"],
  ["scheduled_at", "\u0000"],
])("a refused request with the %s %j is kept like any other", async (field, value) => {
  const refused = refusalOf(() => parseInput(SendMessageInput, { ...wire, [field]: value }));
  const [sentence = ""] = Object.values(refused.details.fields ?? {}).flat();
  const request = { method: "POST", path: "/api/sms", status: 422, code: "invalid_request" };
  expect(sentence).not.toBe("");
  expect(
    await recordRefusal({ ...request, accountId, authorization: null, detail: sentence }),
  ).toBe(true);
  await db().execute(sql`delete from refused_requests where account_id = ${accountId}`);
});

test("a refusal is kept in part where it is longer than any that there is, and never fails", async () => {
  const request = {
    method: "M".repeat(50),
    path: `/${"x".repeat(5000)}`,
    status: 404,
    code: "not_found",
  };
  const detail = `\u0000${"😀".repeat(500)}`;
  expect(await recordRefusal({ ...request, accountId, authorization: null, detail })).toBe(true);
  const [kept] = await db().execute<{ method: string; path: string; detail: string }>(
    sql`select method, path, detail from refused_requests where account_id = ${accountId}`,
  );
  expect([kept?.method.length, kept?.path.length]).toEqual([10, 200]);
  expect(kept?.detail.startsWith("\uFFFD😀")).toBe(true);
});
