import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { traceMessage } from "../message-log/trace-message";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { type Smsc, startSmsc } from "../testing/start-smsc";
import { startWithCarriers } from "../testing/start-with-carriers";
import { receiptAsker } from "./receipt-asker";

let smsc: Smsc;
let server: Awaited<ReturnType<typeof startWithCarriers>>;
let account: MintedAccount;

beforeAll(async () => {
  // IDs with a letter, which receipts and responses write in hexadecimal and our refs do not.
  smsc = await startSmsc({ first_id: 0xa0_00_00_00 });
  const link = { host: "127.0.0.1", port: smsc.port, system_id: "esme", password: "env:SMSC_KEY" };
  const carrier = { name: "orange", kind: "smpp", query_sm: true, query_after_s: 60, ...link };
  server = await startWithCarriers({ carriers: [carrier] }, { SMSC_KEY: "secret" });
  account = await mintAccount({ credits: 1000 });
});
afterAll(async () => {
  await server.stop();
  await smsc.stop();
});

async function send(body: string): Promise<string> {
  const actor = operatorOf(account.accountId, "live");
  const input = { from: "48500600700", to: "48732129000", body };
  const { accepted } = await sendMessage({ actor, input });
  const id = accepted.message_id ?? "";
  await expect.poll(async () => (await rowOf(id))?.status).toBe("sent");
  return id;
}

async function rowOf(messageId: string) {
  const rows = await db().select().from(messages).where(eq(messages.accountId, account.accountId));
  return rows.find(({ id }) => publicId("msg", id) === messageId);
}

/** As if all had been sent long ago. */
async function age(): Promise<void> {
  await db().update(messages).set({ sentAt: sql`now() - interval '2 minutes'` });
}

const queried = () => smsc.lines.filter((line) => line.startsWith("queried ")).length;

test("a message whose receipt was lost ends as the carrier says when it is asked, each part of a long one too", async () => {
  const delivered = await send("!lost 2");
  const failed = await send("!lost 5");
  const underWay = await send("!lost 1");
  const stranger = await send("without a state");
  const long = await send(`!lost 2 ${"a".repeat(300)}`);
  const asker = receiptAsker();
  // Nothing is overdue yet.
  expect(await asker.ask()).toBe(0);
  expect(queried()).toBe(0);
  await age();
  expect(await receiptAsker().ask()).toBe(5);
  expect(queried()).toBe(7);
  expect(smsc.lines.find((line) => line.startsWith("queried "))).toMatch(
    /^queried a000\w+ 48500600700$/,
  );
  expect(await rowOf(delivered)).toMatchObject({ status: "delivered" });
  expect(await rowOf(long)).toMatchObject({ status: "delivered", parts: 3 });
  expect(await rowOf(failed)).toMatchObject({ status: "failed", carrierCode: "9" });
  expect(await rowOf(underWay)).toMatchObject({ status: "sent" });
  expect(await rowOf(stranger)).toMatchObject({ status: "sent" });
  const actor = operatorOf(account.accountId);
  const { receipts } = await traceMessage({ actor, input: { messageId: delivered } });
  expect(receipts.map(({ raw }) => raw).join(" ")).toContain("query_sm");
});

test("what the carrier does not know yet is asked again when the time has passed again, and not sooner", async () => {
  await send("!lost 1");
  await age();
  const asker = receiptAsker();
  expect(await asker.ask()).toBeGreaterThan(0);
  const before = queried();
  expect(await asker.ask()).toBe(0);
  expect(queried()).toBe(before);
});
