import { describe, expect, test } from "vitest";
import { receiveEvents } from "./receive-events";

function receive(payload: unknown) {
  return receiveEvents({ body: JSON.stringify(payload) });
}

describe("a carrier's callback", () => {
  test.each(["delivered", "failed", "expired", "bounced"])(
    "of the documented shape: sms.%s",
    (status) => {
      const event = {
        event: `sms.${status}`,
        message_id: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
        to: "48732129000",
        [`${status}_at`]: "2026-05-15T14:23:47.291Z",
        operator: "Orange Polska",
        reason: "why",
        segments: 1,
      };
      expect(receive(event)).toEqual({
        receipts: [
          {
            ref: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
            status,
            at: new Date("2026-05-15T14:23:47.291Z"),
            reason: "why",
            unquoted: null,
            carrierCode: null,
            operator: "Orange Polska",
            raw: event,
          },
        ],
      });
    },
  );

  test.each(["constructor", "__proto__", "toString"])("of no known status: %s", (word) => {
    const seen = { type: "NOTIFICATION", message_id: "a906cff7719bd889", status: word };
    expect(receive(seen)).toEqual({ refusal: "unknown_shape" });
  });

  test.each([
    ["DELIVERED", "delivered"],
    ["undelivered", "failed"],
    ["Rejected", "failed"],
    ["ACCEPTED", "sent"],
  ])("of the shape integrators have seen: %s means %s", (word, status) => {
    const seen = { type: "NOTIFICATION", message_id: "a906cff7719bd889", status: word };
    expect(receive(seen)).toMatchObject({ receipts: [{ ref: "a906cff7719bd889", status }] });
  });

  test("names nothing with characters that steer a screen; word for word it keeps what was said", () => {
    const event = {
      event: "sms.failed",
      message_id: "a",
      operator: "\u202eegnarO\u001b[2J",
      reason: "\u2067why\u009b",
      carrier_code: "\u200f\u001b",
    };
    expect(receive(event)).toMatchObject({
      receipts: [{ operator: "egnarO[2J", reason: "why", carrierCode: null, raw: event }],
    });
  });

  test("is not lost for a time or a reason that cannot be read", () => {
    const odd = {
      event: "sms.failed",
      message_id: "a",
      failed_at: "yesterday",
      reason: { why: 1 },
      carrier_code: 27,
    };
    expect(receive(odd)).toMatchObject({
      receipts: [{ status: "failed", at: null, reason: null, carrierCode: "27" }],
    });
  });

  test("may be a list, in order", () => {
    const list = ["a", "b"].map((message_id) => ({ event: "sms.delivered", message_id }));
    expect(receive(list)).toMatchObject({ receipts: [{ ref: "a" }, { ref: "b" }] });
  });

  test.each([
    [[]],
    ["sms.delivered"],
    [{ event: "sms.read", message_id: "a" }],
    [{ event: "sms.delivered" }],
    [{ type: "NOTIFICATION", message_id: "a", status: "PURPLE" }],
    [{ type: "MESSAGE", from: "48732129000", body: "hello" }],
    [[{ event: "sms.delivered", message_id: "a" }, { event: "nonsense" }]],
    [Array.from({ length: 501 }, () => ({ event: "sms.delivered", message_id: "a" }))],
  ])("of no known shape is not guessed at: %j", (payload) => {
    expect(receive(payload)).toEqual({ refusal: "unknown_shape" });
  });

  test.each(["", "null", "{", "event=sms.delivered", "[".repeat(60_000)])(
    "that is not JSON is said to be none: %j",
    (body) => {
      expect(receiveEvents({ body })).toEqual({ refusal: "invalid_json" });
    },
  );
});

describe("a message from a phone", () => {
  const told = { message_id: "inb_1", from: "48732129000", to: "48500100200", body: "Thanks!" };

  test.each([{ event: "sms.received" }, { type: "MESSAGE" }])("comes as %j", (kind) => {
    const event = { ...kind, ...told, received_at: "2026-05-15T14:23:47.291Z", in_reply_to: "m1" };
    expect(receive(event)).toEqual({
      receipts: [],
      inbound: [
        {
          ref: "inb_1",
          from: "48732129000",
          to: "48500100200",
          body: "Thanks!",
          inReplyTo: "m1",
          at: new Date("2026-05-15T14:23:47.291Z"),
          raw: event,
        },
      ],
    });
  });

  test("needs a sender and a text, and comes beside receipts in one list", () => {
    const { from: _, ...nobody } = told;
    expect(receive({ type: "MESSAGE", ...nobody })).toEqual({ refusal: "unknown_shape" });
    const list = [
      { event: "sms.delivered", message_id: "a" },
      { type: "MESSAGE", ...told },
    ];
    expect(receive(list)).toMatchObject({ receipts: [{ ref: "a" }], inbound: [{ ref: "inb_1" }] });
  });
});
