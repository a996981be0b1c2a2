import { afterAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { newId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { addNumber } from "./add-number";
import { countUnread } from "./count-unread";
import { listConversations } from "./list-conversations";
import { markRead } from "./mark-read";
import { recordInbound } from "./record-inbound";

afterAll(closeDatabase);

test("conversations are the phones that wrote, the last first, with what is unread until it is marked", async () => {
  const actor = operatorOf((await mintAccount()).accountId, "live");
  const carrier = `carrier-${newId()}`;
  const digits = String(Math.floor(Math.random() * 9e9) + 1e10);
  const to = await addNumber({ actor, input: { number: digits, carrier } });
  for (const [from, body] of [
    ["48732129000", "one"],
    ["48601234567", "hi"],
    ["48732129000", "two"],
  ] as const) {
    await recordInbound(carrier, [{ ref: newId(), from, to, body, at: null, raw: {} }]);
  }
  expect(await listConversations({ actor })).toMatchObject([
    { phone: "48732129000", body: "two", unread: 2 },
    { phone: "48601234567", body: "hi", unread: 1 },
  ]);
  expect(await countUnread({ actor })).toBe(3);
  expect(await countUnread({ actor: { ...actor, mode: "test" } })).toBe(0);
  expect(await markRead({ actor, input: { phone: "48732129000" } })).toBe(2);
  expect(await markRead({ actor, input: { phone: "48732129000" } })).toBe(0);
  expect(await countUnread({ actor })).toBe(1);
  const stranger = operatorOf((await mintAccount()).accountId);
  expect(await markRead({ actor: stranger, input: { phone: "48601234567" } })).toBe(0);
  expect(await listConversations({ actor: stranger })).toEqual([]);
});
