import { afterAll, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { newId } from "../core/ids";
import { addNumber } from "../inbound/add-number";
import { recordInbound } from "../inbound/record-inbound";
import { mintAccount } from "../testing/mint-account";
import { listReceived } from "./list-received";
import { LogQuery } from "./log-contract";

afterAll(closeDatabase);

async function receiver() {
  const actor = operatorOf((await mintAccount()).accountId);
  const carrier = `carrier-${newId()}`;
  const number = String(Math.floor(Math.random() * 9e9) + 1e10);
  const to = await addNumber({ actor, input: { number, carrier } });
  const receive = (body: string, from = "48732129000") =>
    recordInbound(carrier, [{ ref: newId(), from, to, body, at: null, raw: {} }]);
  return { actor, receive };
}

async function bodies(actor: Actor, address: Record<string, string>) {
  const input = LogQuery.parse({ direction: "received", ...address });
  const { data } = await listReceived({ actor, input });
  return data.map(({ body }) => body);
}

test("received messages are found by their text, by any digits of the phone, and by day", async () => {
  const { actor, receive } = await receiver();
  await receive("Dziękuję, ŻÓŁW");
  await receive("100% sure", "48601234567");
  expect(await bodies(actor, {})).toEqual(["100% sure", "Dziękuję, ŻÓŁW"]);
  expect(await bodies(actor, { q: "dziękuję" })).toEqual(["Dziękuję, ŻÓŁW"]);
  expect(await bodies(actor, { q: "601 234" })).toEqual(["100% sure"]);
  expect(await bodies(actor, { q: "0%" })).toEqual(["100% sure"]);
  expect(await bodies(actor, { q: "%" })).toEqual(["100% sure"]);
  expect(await bodies(actor, { test: "true" })).toEqual([]);
  expect(await bodies(actor, { until: "2026-01-01" })).toEqual([]);
  // What narrows sent messages only is not about these.
  expect(await bodies(actor, { status: "failed", carrier: "other" })).toHaveLength(2);
});

test("they come page by page without a gap, and are nobody else's", async () => {
  const { actor, receive } = await receiver();
  for (let place = 0; place < 53; place += 1) await receive(String(place));
  const query = LogQuery.parse({ direction: "received" });
  const first = await listReceived({ actor, input: query });
  expect(first.data).toHaveLength(50);
  const before = first.olderThan ?? "";
  const next = await listReceived({ actor, input: LogQuery.parse({ ...query, before }) });
  expect(next.data.map(({ body }) => body)).toEqual(["2", "1", "0"]);
  expect(next).toMatchObject({ olderThan: null, isSoFar: false });
  const stranger = operatorOf((await mintAccount()).accountId);
  expect((await listReceived({ actor: stranger, input: query })).data).toEqual([]);
});
