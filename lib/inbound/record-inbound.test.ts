import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { inboundMessages, inboundParts, optOuts } from "@/drizzle/schema/inbound";
import type { InboundMessage } from "../carriers/carrier";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { recordReports } from "../receipts/record-reports";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { addNumber } from "./add-number";
import { recordInbound } from "./record-inbound";
import { sweepParts } from "./sweep-parts";

let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

function inbound(change: Partial<InboundMessage> = {}): InboundMessage {
  const from = "48732129000";
  return { ref: newId(), from, to: "48500100200", body: "Hi", at: null, raw: {}, ...change };
}

/** An account with a number of its own at a carrier of its own. */
async function withNumber() {
  const { accountId } = await mintAccount();
  const carrier = `carrier-${newId()}`;
  const digits = `48${newId().replaceAll(/\D/g, "").slice(-9)}`.padEnd(11, "0");
  const number = await addNumber({
    actor: operatorOf(accountId),
    input: { number: `+${digits}`, carrier },
  });
  return { accountId, carrier, number };
}

const storedAt = (carrier: string) =>
  db()
    .select()
    .from(inboundMessages)
    .where(eq(inboundMessages.carrier, carrier))
    .orderBy(inboundMessages.id);

describe("a message from a phone", () => {
  test("is stored once however often and at the same time it is reported, for the account with the number", async () => {
    const { accountId, carrier, number } = await withNumber();
    const at = new Date("2026-05-15T14:23:47.291Z");
    const message = inbound({ to: `+${number}`, from: "+48732129000", body: "Dzień dobry", at });
    const reports = { receipts: [], inbound: [message, message] };
    await Promise.all(Array.from({ length: 5 }, () => recordReports(carrier, reports)));
    expect(await storedAt(carrier)).toMatchObject([
      { accountId, from: "48732129000", to: number, body: "Dzień dobry", at, test: false },
    ]);
  });

  test("without a number belongs to the only one of its carrier, and to nobody when there are two", async () => {
    const { accountId, carrier, number } = await withNumber();
    await recordInbound(carrier, [inbound({ to: null })]);
    await addNumber({ actor: operatorOf(accountId), input: { number: "71234", carrier } });
    await recordInbound(carrier, [inbound({ to: null })]);
    expect(await storedAt(carrier)).toMatchObject([
      { accountId, to: number },
      { accountId: null, to: "" },
    ]);
  });

  test("to a number that only another carrier has is kept, and belongs to nobody", async () => {
    const { number } = await withNumber();
    const carrier = `carrier-${newId()}`;
    await recordInbound(carrier, [inbound({ to: number })]);
    expect(await storedAt(carrier)).toMatchObject([{ accountId: null, to: number }]);
  });

  test("that answers a message belongs to its account and its mode, and says which it answers", async () => {
    const { accountId } = await mintAccount();
    const carrier = `carrier-${newId()}`;
    const messageId = await db().transaction((tx) => addMessage({ tx, accountId }));
    await db().insert(carrierMessages).values({ carrier, ref: "r1", accountId, messageId });
    await recordInbound(carrier, [inbound({ to: "Depesza", inReplyTo: "r1" })]);
    await recordInbound(carrier, [inbound({ to: "Depesza", inReplyTo: "unknown" })]);
    expect(await storedAt(carrier)).toMatchObject([
      { accountId, inReplyTo: messageId, to: "Depesza" },
      { accountId: null, inReplyTo: null },
    ]);
  });

  test("that is STOP opts its phone out of the sender it wrote to, and START lifts it", async () => {
    const { accountId, carrier, number } = await withNumber();
    const out = () => db().select().from(optOuts).where(eq(optOuts.accountId, accountId));
    await recordInbound(carrier, [inbound({ to: number, body: "stop " })]);
    expect(await out()).toMatchObject([
      { to: "48732129000", from: number, reason: "stop", source: "keyword" },
    ]);
    await recordInbound(carrier, [inbound({ to: number, body: "Start" })]);
    expect(await out()).toEqual([]);
    expect(await storedAt(carrier)).toMatchObject([{ keyword: "opt_out" }, { keyword: "opt_in" }]);
  });

  test("with what no text may have is stored all the same", async () => {
    const { carrier, number } = await withNumber();
    const body = `a\0${"b".repeat(30_000)}\ud800`;
    await recordInbound(carrier, [inbound({ to: number, body, raw: { body: "\0" } })]);
    expect(await storedAt(carrier)).toMatchObject([{ body: `a\ufffd${"b".repeat(19_998)}` }]);
  });
});

describe("a long message", () => {
  const partsOf = (texts: string[], group: string, to: string) =>
    texts.map((body, index) =>
      inbound({ to, body, part: { group, number: index + 1, total: texts.length } }),
    );

  test("is joined in its order when all parts have come, at once and each repeated", async () => {
    const { accountId, carrier, number } = await withNumber();
    const parts = partsOf(["one ", "two ", "three"], "g", number).reverse();
    await Promise.all([...parts, ...parts].map((part) => recordInbound(carrier, [part])));
    await recordInbound(carrier, parts);
    expect(await storedAt(carrier)).toMatchObject([{ accountId, body: "one two three" }]);
  });

  test("whose group is used again by the phone is another message", async () => {
    const { carrier, number } = await withNumber();
    await recordInbound(carrier, partsOf(["a", "b"], "g", number));
    await recordInbound(carrier, partsOf(["c", "d"], "g", number));
    const [lonely = inbound()] = partsOf(["e", "-"], "g", number);
    await recordInbound(carrier, [lonely]);
    await recordInbound(carrier, partsOf(["f", "g"], "g", number));
    const bodies = (await storedAt(carrier)).map(({ body }) => body);
    expect(bodies.sort()).toEqual(["ab", "cd", "e", "fg"]);
  });

  test("that lacks a part for a day is stored with what came; a joined one is forgotten", async () => {
    const { carrier, number } = await withNumber();
    const [first = inbound(), , third = inbound()] = partsOf(["x", "y", "z"], "left", number);
    await recordInbound(carrier, [first, third, ...partsOf(["k", "l"], "joined", number)]);
    await sweepParts();
    expect(await storedAt(carrier)).toMatchObject([{ body: "kl" }]);
    await db()
      .update(inboundParts)
      .set({ receivedAt: sql`now() - interval '25 hours'` })
      .where(eq(inboundParts.carrier, carrier));
    await sweepParts();
    expect((await storedAt(carrier)).map(({ body }) => body)).toEqual(["kl", "xz"]);
    const left = and(eq(inboundParts.carrier, carrier));
    expect(await db().select().from(inboundParts).where(left)).toEqual([]);
  });
});
