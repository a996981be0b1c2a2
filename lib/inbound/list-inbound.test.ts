import { afterAll, describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { newId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { addNumber } from "./add-number";
import { getInbound } from "./get-inbound";
import { listInbound } from "./list-inbound";
import { recordInbound } from "./record-inbound";

afterAll(closeDatabase);

async function receiver() {
  const actor = operatorOf((await mintAccount()).accountId, "live");
  const carrier = `carrier-${newId()}`;
  const digits = String(Math.floor(Math.random() * 9e9) + 1e10);
  const to = await addNumber({ actor, input: { number: digits, carrier } });
  const receive = (bodies: string[], from = "48732129000") =>
    recordInbound(
      carrier,
      bodies.map((body) => ({ ref: newId(), from, to, body, at: null, raw: {} })),
    );
  return { actor, to, receive };
}

describe("the list of received messages", () => {
  test("comes newest first, page by page without a gap", async () => {
    const { actor, receive } = await receiver();
    const bodies = Array.from({ length: 7 }, (_, index) => String(index));
    for (const body of bodies) await receive([body]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInbound({ actor, input: { limit: 3, cursor } });
      seen.push(...page.data.map(({ body }) => body));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(bodies.toReversed());
    const wrong = listInbound({ actor, input: { limit: 3, cursor: "x" } });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("is filtered by phone, number, and time, all of which have to hold", async () => {
    const { actor, to, receive } = await receiver();
    await receive(["a"]);
    await receive(["b"], "48601234567");
    const bodies = async (filter: object) => {
      const { data } = await listInbound({ actor, input: { limit: 10, ...filter } });
      return data.map(({ body }) => body);
    };
    expect(await bodies({ from: "48601234567", to })).toEqual(["b"]);
    expect(await bodies({ to: "other" })).toEqual([]);
    const now = Date.now();
    expect(await bodies({ since: new Date(now - 60_000) })).toEqual(["b", "a"]);
    expect(await bodies({ until: new Date(now - 60_000) })).toEqual([]);
  });

  test("and each message are the account's own, and those of the actor's mode", async () => {
    const { actor, receive } = await receiver();
    await receive(["mine"]);
    const [mine] = (await listInbound({ actor, input: { limit: 1 } })).data;
    const input = { messageId: mine?.message_id ?? "" };
    expect(await getInbound({ actor, input })).toEqual(mine);
    const strangers = [
      operatorOf((await mintAccount()).accountId),
      operatorOf(actor.accountId, "test"),
    ];
    for (const stranger of strangers) {
      expect((await listInbound({ actor: stranger, input: { limit: 1 } })).data).toEqual([]);
      const gone = getInbound({ actor: stranger, input });
      await expect(gone).rejects.toMatchObject({ code: "not_found" });
    }
    const none = getInbound({ actor, input: { messageId: "msg_x" } });
    await expect(none).rejects.toMatchObject({ code: "not_found" });
  });
});
