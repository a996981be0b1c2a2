import { expect } from "@playwright/test";
import { callbackSecret } from "../lib/carriers/callback-secret";
import { parsePublicId } from "../lib/core/ids";
import { type Answer, call, client } from "./client";
import { atEachDoor, type Door } from "./doors";
import { sharedDataDir, test } from "./fixtures";
import { runSql } from "./run-sql";
import { readSecrets } from "./server";

/** The simulator takes it and never reports: the reports are ours. */
const silentNumber = "48500000007";

function report(door: Door, event: unknown, secret?: string): Promise<Answer> {
  const path = `/api/webhooks/simulator/${secret ?? callbackSecret("simulator", readSecrets(sharedDataDir()).carrierWebhook)}`;
  return call(door.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof event === "string" ? event : JSON.stringify(event),
  });
}

/** A message that waits for its report, and the id by which the carrier knows it. */
async function sendSilently(door: Door, token: string) {
  const { send, until } = client(door.url, token);
  const { message_id: messageId } = (await send({ to: silentNumber })).json;
  await until(messageId, "sent");
  const id = parsePublicId("msg", String(messageId)) ?? "";
  const text = "select ref from carrier_messages where message_id = $1";
  const [row] = await runSql(sharedDataDir(), text, [id]);
  return { messageId, ref: String(row?.["ref"]), until };
}

const accepted: [status: string, event: Record<string, unknown>][] = [
  [
    "delivered",
    { event: "sms.delivered", delivered_at: "2026-05-15T14:23:47.291Z", operator: "Orange Polska" },
  ],
  [
    "failed",
    { event: "sms.failed", failed_at: "2026-05-15T14:23:47Z", reason: "carrier_rejected" },
  ],
  ["expired", { event: "sms.expired", expired_at: "2026-05-15T14:23:47Z" }],
  [
    "bounced",
    { event: "sms.bounced", bounced_at: "2026-05-15T14:23:47Z", reason: "unknown_subscriber" },
  ],
  ["delivered", { type: "NOTIFICATION", status: "DELIVERED" }],
];

atEachDoor((door) => {
  for (const [status, event] of accepted) {
    test(`${event["event"] ?? event["type"]} from the carrier moves the message to ${status}`, async ({
      account,
    }) => {
      const { messageId, ref, until } = await sendSilently(door, account.token);
      const answer = await report(door, { ...event, message_id: ref });
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ received: 1, kept: 0 });
      const { json } = await until(messageId, status);
      const { reason = null, operator } = event;
      expect(json).toMatchObject({ reason });
      // What no carrier says is read from the number's range.
      expect(json).toMatchObject(
        operator
          ? { operator, operator_source: "carrier" }
          : { operator: expect.any(String), operator_source: "range" },
      );
      expect((json["events"] as object[]).at(-1)).toMatchObject({
        type: `sms.${status}`,
        source: "carrier",
      });
    });
  }

  test("a later, contradictory report is kept on the time line and changes nothing", async ({
    account,
  }) => {
    const { messageId, ref, until } = await sendSilently(door, account.token);
    await report(door, { event: "sms.delivered", message_id: ref });
    expect((await report(door, { event: "sms.failed", message_id: ref })).status).toBe(200);
    const { json } = await until(messageId, "delivered");
    const types = (json["events"] as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(["accepted", "sent", "sms.delivered", "receipt"]);
  });

  test("what cannot be placed is turned away, never 200", async () => {
    const event = { event: "sms.delivered", message_id: "nobody-knows-this" };
    const turnedAway: [what: string, answer: Answer, status: number, code: string][] = [
      ["wrong secret", await report(door, event, "wrong"), 404, "not_found"],
      ["bad JSON", await report(door, "{"), 400, "invalid_json"],
      ["unknown shape", await report(door, { hello: "world" }), 422, "invalid_request"],
      [
        "unknown event",
        await report(door, { ...event, event: "sms.read" }),
        422,
        "invalid_request",
      ],
      ["unknown message", await report(door, event), 404, "not_found"],
    ];
    for (const [what, answer, status, code] of turnedAway) {
      expect(answer.status, what).toBe(status);
      expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
      expect(answer.json["code"], what).toBe(code);
    }
    const get = await call(`${door.url}/api/webhooks/simulator/wrong`);
    expect(get.status).toBe(404);
    const put = await call(`${door.url}/api/webhooks/simulator/wrong`, { method: "PUT" });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });
});
