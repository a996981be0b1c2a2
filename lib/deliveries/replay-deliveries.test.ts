import { buffer, text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messageEvents } from "@/drizzle/schema/messages";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { startDeliverer } from "../testing/start-deliverer";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "../webhooks/create-endpoint";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { exportDeliveries } from "./export-deliveries";
import { getReplay } from "./get-replay";
import { listDeliveries } from "./list-deliveries";
import { replayDeliveries } from "./replay-deliveries";

let dropDatabase: () => Promise<void>;
let receiver: Receiver;
let deliverer: { stop(): Promise<void> };
let owner: Actor;
let id: string;
const since = new Date(Date.now() - 60_000).toISOString();

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    WEBHOOK_RETRY_SCHEDULE: "0,0.01,0.01",
  });
});
afterAll(() => dropDatabase());
beforeEach(async () => {
  receiver = await startReceiver();
  deliverer = startDeliverer();
  owner = operatorOf((await mintAccount()).accountId, "test");
  ({ id } = await createEndpoint({ actor: owner, input: { url: receiver.url } }));
});
afterEach(async () => {
  await deliverer.stop();
  await receiver.close();
});

const allOf = async () =>
  (await listDeliveries({ actor: owner, input: { endpointId: id, query: { limit: 1000 } } })).data;
const idsOf = () => receiver.requests.map((got) => got.headers["webhook-id"]);
const codeOf = (asked: Promise<unknown>) => asked.catch((error: AppError) => error.code);

async function until(status: string, count: number) {
  await expect
    .poll(async () => (await allOf()).filter((each) => each.status === status).length, {
      timeout: 15_000,
    })
    .toBe(count);
}

async function followed(replayId: string | null, total: number) {
  await expect
    .poll(
      async () => getReplay({ actor: owner, input: { endpointId: id, replayId: replayId ?? "" } }),
      { timeout: 15_000 },
    )
    .toMatchObject({ total, delivered: total, pending: 0 });
}

describe("a replay", () => {
  test("of one sends the same id and bytes once more", async () => {
    await endMessages(owner.accountId, 2);
    await until("delivered", 2);
    const [newest] = await allOf();
    const { replay_id, count } = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { event_id: newest?.event_id } },
    });
    expect(count).toBe(1);
    await followed(replay_id, 1);
    const same = receiver.requests.filter((got) => got.headers["webhook-id"] === newest?.event_id);
    expect(same).toHaveLength(2);
    expect(same[1]?.body).toBe(same[0]?.body);
    expect((await allOf())[0]).toMatchObject({ attempts: 2, status: "delivered" });
  });

  test("of all that failed counts first, then sends each once and leaves the others", async () => {
    await endMessages(owner.accountId, 3);
    await until("delivered", 3);
    receiver.answer = () => ({ status: 500 });
    await endMessages(owner.accountId, 12, "failed");
    await until("failed", 12);
    const counted = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { failed_since: since, dry_run: true } },
    });
    expect(counted).toEqual({ replay_id: null, count: 12, dry_run: true });
    expect((await allOf()).filter(({ status }) => status === "failed")).toHaveLength(12);
    const later = new Date(Date.now() + 60_000).toISOString();
    const none = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { failed_since: later, dry_run: true } },
    });
    expect(none.count).toBe(0);
    const nothing = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { failed_since: later } },
    });
    expect(nothing).toEqual({ replay_id: null, count: 0, dry_run: false });
    receiver.answer = () => ({ status: 200 });
    receiver.requests.length = 0;
    const { replay_id, count } = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { failed_since: since } },
    });
    expect(count).toBe(12);
    await followed(replay_id, 12);
    expect(new Set(idsOf()).size).toBe(12);
    expect(receiver.requests).toHaveLength(12);
  });

  test("of events never tried brings what came while the endpoint was off, or was not there", async () => {
    const [first] = await endMessages(owner.accountId, 1, "bounced");
    await until("delivered", 1);
    await updateEndpoint({ actor: owner, input: { endpointId: id, wanted: { enabled: false } } });
    await endMessages(owner.accountId, 5);
    const wanted = { missing_since: since };
    expect(
      (
        await replayDeliveries({
          actor: owner,
          input: { endpointId: id, wanted: { ...wanted, dry_run: true } },
        })
      ).count,
    ).toBe(5);
    expect(
      await codeOf(replayDeliveries({ actor: owner, input: { endpointId: id, wanted } })),
    ).toBe("conflict");
    await updateEndpoint({ actor: owner, input: { endpointId: id, wanted: { enabled: true } } });
    const { replay_id, count } = await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted },
    });
    expect(count).toBe(5);
    await followed(replay_id, 5);
    expect(
      (await replayDeliveries({ actor: owner, input: { endpointId: id, wanted } })).count,
    ).toBe(0);
    const late = await createEndpoint({
      actor: owner,
      input: { url: receiver.url, events: ["sms.bounced"] },
    });
    expect(
      (
        await replayDeliveries({
          actor: owner,
          input: { endpointId: late.id, wanted: { ...wanted, dry_run: true } },
        })
      ).count,
    ).toBe(1);
    expect(first).toBeDefined();
  });

  test("of events whose history is gone sends those whose body is stored, and leaves out the others", async () => {
    await endMessages(owner.accountId, 2);
    await until("delivered", 2);
    await deliverer.stop();
    const [kept, gone] = await allOf();
    const { accountId } = owner;
    await db().delete(messageEvents).where(eq(messageEvents.accountId, accountId));
    await db()
      .update(webhookDeliveries)
      .set({ status: "failed" })
      .where(eq(webhookDeliveries.accountId, accountId));
    await db()
      .update(webhookDeliveries)
      .set({ body: null })
      .where(eq(webhookDeliveries.eventId, parsePublicId("evt", gone?.event_id ?? "") ?? ""));
    const replay = (wanted: object) =>
      replayDeliveries({ actor: owner, input: { endpointId: id, wanted } });
    expect(await codeOf(replay({ event_id: gone?.event_id }))).toBe("not_found");
    const { replay_id, count } = await replay({ failed_since: since });
    expect(count).toBe(1);
    deliverer = startDeliverer();
    await followed(replay_id, 1);
    const same = receiver.requests.filter((got) => got.headers["webhook-id"] === kept?.event_id);
    expect(same).toHaveLength(2);
    expect(same[1]?.body).toBe(same[0]?.body);
    expect(receiver.requests).toHaveLength(3);
  });

  test("of another's, of nothing or of two things at once is refused", async () => {
    const stranger = operatorOf((await mintAccount()).accountId);
    const wanted = { failed_since: since };
    expect(
      await codeOf(replayDeliveries({ actor: stranger, input: { endpointId: id, wanted } })),
    ).toBe("not_found");
    expect(
      await codeOf(
        replayDeliveries({
          actor: owner,
          input: { endpointId: id, wanted: { event_id: "evt_nothing" } },
        }),
      ),
    ).toBe("not_found");
    expect(
      await codeOf(replayDeliveries({ actor: owner, input: { endpointId: id, wanted: {} } })),
    ).toBe("invalid_request");
    const both = { ...wanted, missing_since: since };
    expect(
      await codeOf(replayDeliveries({ actor: owner, input: { endpointId: id, wanted: both } })),
    ).toBe("invalid_request");
    expect(
      await codeOf(
        getReplay({
          actor: owner,
          input: { endpointId: id, replayId: "rpl_00000000000000000000000000" },
        }),
      ),
    ).toBe("not_found");
  });
});

describe("the log", () => {
  test("pages newest first without gap or overlap, also by state", async () => {
    await endMessages(owner.accountId, 7);
    await until("delivered", 7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor ? { limit: 3, cursor } : { limit: 3 };
      const page = await listDeliveries({ actor: owner, input: { endpointId: id, query } });
      seen.push(...page.data.map(({ event_id }) => event_id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual((await allOf()).map(({ event_id }) => event_id));
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect(
      (
        await listDeliveries({
          actor: owner,
          input: { endpointId: id, query: { status: "failed" } },
        })
      ).data,
    ).toEqual([]);
    expect(
      await codeOf(
        listDeliveries({ actor: owner, input: { endpointId: id, query: { cursor: "x" } } }),
      ),
    ).toBe("invalid_request");
  });

  test("is exported whole, a line a try, safe for spreadsheets", async () => {
    receiver.answer = (_request, place) =>
      place === 1 ? { status: 500, body: '=HYPERLINK("http://example.com"),x' } : { status: 200 };
    await endMessages(owner.accountId, 1);
    await until("delivered", 1);
    const csv = (
      await buffer(await exportDeliveries({ actor: owner, input: { endpointId: id } }))
    ).toString();
    expect(csv.startsWith("\uFEFFevent_id,event,message_id,")).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^evt_\w{26},sms\.delivered,msg_\w{26},delivered,,2,/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://example.com""),x"`);
    expect(
      await codeOf(
        exportDeliveries({ actor: operatorOf(owner.accountId, "live"), input: { endpointId: id } }),
      ),
    ).toBe("not_found");
  });

  test("is exported page by page when it is long", async () => {
    await updateEndpoint({ actor: owner, input: { endpointId: id, wanted: { enabled: false } } });
    await endMessages(owner.accountId, 1203);
    await updateEndpoint({ actor: owner, input: { endpointId: id, wanted: { enabled: true } } });
    await deliverer.stop();
    await replayDeliveries({
      actor: owner,
      input: { endpointId: id, wanted: { missing_since: since } },
    });
    const csv = await text(await exportDeliveries({ actor: owner, input: { endpointId: id } }));
    const ids = csv
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
    expect(new Set(ids).size).toBe(1203);
  });
});
