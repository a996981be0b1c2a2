import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { cancelMessage } from "../messages/cancel-message";
import { recordEvents } from "../messages/record-events";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { authenticateToken } from "../tokens/authenticate-token";
import { traceMessage } from "./trace-message";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

async function send({ token }: MintedAccount, change: Record<string, unknown> = {}) {
  const actor = await authenticateToken(`Bearer ${token}`, null);
  const { accepted } = await sendMessage({ actor, input: { ...wire, ...change } });
  return accepted.message_id ?? "";
}

test("a trace names the token by its name and last four, and what was charged and given back", async () => {
  const account = await mintAccount();
  const { accountId } = account;
  const messageId = await send(account, { scheduled_at: inAnHour() });
  await cancelMessage({ actor: operatorOf(accountId), input: { messageId } });
  const { token, movements } = await traceMessage({
    actor: operatorOf(accountId),
    input: { messageId },
  });
  expect(token).toMatchObject({ name: "test", masked: `actio_live_…${account.token.slice(-4)}` });
  expect(JSON.stringify(token)).not.toContain(account.token.slice(11, -4));
  expect(movements).toMatchObject([
    { kind: "charge", amount: -1 },
    { kind: "refund", amount: 1 },
  ]);
});

test("a carrier's report is kept word for word, a monstrous one shown in part", async () => {
  const account = await mintAccount();
  const { accountId } = account;
  const messageId = await send(account);
  const id = parsePublicId("msg", messageId) ?? newId();
  const line = { messageId: id, type: "receipt", source: "carrier", test: false } as const;
  const reports = [{ event: "sms.sent", ref: "r-1" }, { noise: "x".repeat(20_000) }];
  for (const raw of reports) await recordEvents(accountId, [{ ...line, raw }], db());
  const [first, second] = (
    await traceMessage({ actor: operatorOf(accountId), input: { messageId } })
  ).receipts;
  expect(JSON.parse(first?.raw ?? "")).toEqual(reports[0]);
  expect(first?.is_cut).toBe(false);
  expect(second?.raw).toHaveLength(8000);
  expect(second?.is_cut).toBe(true);
});

test("a message of the panel has no token, and nobody else's is found", async () => {
  const [mine, other] = [await mintAccount(), await mintAccount()];
  const messageId = await send(mine);
  const id = parsePublicId("msg", messageId) ?? "";
  await db()
    .update(messages)
    .set({ tokenId: null, source: "panel" })
    .where(and(eq(messages.accountId, mine.accountId), eq(messages.id, id)));
  expect(
    await traceMessage({ actor: operatorOf(mine.accountId), input: { messageId } }),
  ).toMatchObject({ token: null });
  await expect(
    traceMessage({ actor: operatorOf(other.accountId), input: { messageId } }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});
