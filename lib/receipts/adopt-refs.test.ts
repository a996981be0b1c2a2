import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import type { Receipt } from "../carriers/carrier";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getMessage } from "../messages/get-message";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { matchUnmatchedReceipts } from "./match-unmatched-receipts";
import { recordReceipts } from "./record-receipts";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
beforeAll(async () => {
  drop = await useOwnDatabase();
  accountId = (await mintAccount()).accountId;
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(carrierMessages);
  await db().delete(parkedReceipts);
});

/** A message that "carrier" perhaps took, without a word. */
function heldMessage(status: "unknown" | "sent" = "unknown"): Promise<string> {
  const facts = { status, carrier: "carrier" };
  return db().transaction((tx) => addMessage({ tx, accountId }, facts));
}

function receiptOf(messageId: string, change: Partial<Receipt> = {}): Receipt {
  return {
    ...{ ref: `ref-${messageId}`, messageId, status: "delivered", at: null, reason: null },
    ...{ carrierCode: null, operator: null, raw: {}, ...change },
  };
}

async function statusOf(id: string) {
  const input = { messageId: publicId("msg", id) };
  return (await getMessage({ actor: operatorOf(accountId), input })).status;
}

test("a held message is found by our ID in a receipt, and from then on by the carrier's", async () => {
  const id = await heldMessage();
  const sent = receiptOf(id, { status: "sent" });
  expect(await recordReceipts("carrier", [sent])).toEqual({ placed: 1, parked: 0 });
  expect(await statusOf(id)).toBe("sent");
  const { messageId: _none, ...nameless } = receiptOf(id);
  expect(await recordReceipts("carrier", [nameless])).toEqual({ placed: 1, parked: 0 });
  expect(await statusOf(id)).toBe("delivered");
});

test("a receipt that came before the message was held is found later", async () => {
  const id = await heldMessage("sent");
  expect(await recordReceipts("carrier", [receiptOf(id)])).toEqual({ placed: 0, parked: 1 });
  await db().update(messages).set({ status: "unknown" }).where(eq(messages.id, id));
  await matchUnmatchedReceipts();
  expect(await statusOf(id)).toBe("delivered");
  expect(await db().select().from(parkedReceipts)).toEqual([]);
});

test("another carrier's receipt finds nothing, nor does one of a message that has an ID there", async () => {
  const held = await heldMessage();
  const sent = await heldMessage("sent");
  expect(await recordReceipts("other", [receiptOf(held)])).toEqual({ placed: 0, parked: 1 });
  expect(await recordReceipts("carrier", [receiptOf(sent)])).toEqual({ placed: 0, parked: 1 });
  await matchUnmatchedReceipts();
  expect([await statusOf(held), await statusOf(sent)]).toEqual(["unknown", "sent"]);
});
