import { describe, expect, test } from "vitest";
import { callbackOf } from "../../testing/carrier-promises";
import { receiveReport } from "./_receive-report";

const sid = `SM${"d".repeat(32)}`;
const messageId = "0191e7a0-0000-7000-8000-000000000001";

function receive(fields: Record<string, string>, path: string[] = [messageId]) {
  return receiveReport(callbackOf({ path, body: new URLSearchParams(fields).toString() }));
}

const response = { contentType: "text/xml", body: "<Response></Response>" };

describe("a status of Twilio's", () => {
  test("is a receipt of the message it names, and of the one in its path", () => {
    const fields = { MessageSid: sid, MessageStatus: "delivered", To: "+48732129000" };
    expect(receive({ ...fields, AccountSid: `AC${"e".repeat(32)}`, New: "field" })).toEqual({
      receipts: [
        {
          ref: sid,
          messageId,
          status: "delivered",
          at: null,
          reason: null,
          carrierCode: null,
          operator: null,
          // The administrator's account is nothing for who reads the message's history.
          raw: { ...fields, New: "field" },
        },
      ],
      response,
    });
  });

  test.each([
    ["sent", "sent", null],
    ["partially_delivered", "sent", null],
    ["read", "delivered", null],
    ["canceled", "failed", null],
    ["undelivered 30003", "failed", expect.stringMatching(/phone/)],
    ["undelivered 30005", "bounced", "unknown_subscriber"],
    ["undelivered 30006", "bounced", expect.stringMatching(/landline/)],
    ["failed 30036", "expired", "not_delivered_in_time"],
    ["failed 30002", "failed", expect.stringMatching(/suspended/)],
    ["failed 39999", "failed", "Said by Twilio"],
  ])("%s means %s", (words, status, reason) => {
    const [MessageStatus = "", ErrorCode] = words.split(" ");
    const said = { MessageSid: sid, MessageStatus };
    const error = { ErrorCode: ErrorCode ?? "", ErrorMessage: "Said by Twilio" };
    expect(receive(ErrorCode ? { ...said, ...error } : said)).toMatchObject({
      receipts: [{ status, reason, carrierCode: ErrorCode ?? null }],
    });
  });

  test.each(["accepted", "scheduled", "queued", "sending"])("%s is no news", (MessageStatus) => {
    expect(receive({ MessageSid: sid, MessageStatus })).toEqual({ receipts: [], response });
  });

  test("of an older kind has its word in SmsStatus", () => {
    const fields = { MessageSid: sid, SmsStatus: "delivered" };
    expect(receive(fields)).toMatchObject({ receipts: [{ status: "delivered" }] });
  });

  test.each(["", "constructor", "purple"])("that nobody knows is not guessed at: %j", (word) => {
    const fields = { MessageSid: sid, MessageStatus: word };
    expect(receive(fields)).toEqual({ refusal: "unknown_shape" });
  });

  test.each([
    ["no SID", {}],
    ["a SID that can't be stored", { MessageSid: "SM\u0000" }],
    ["a SID that is too long", { MessageSid: "S".repeat(401) }],
  ])("with %s is none", (_what, fields) => {
    expect(receive({ ...fields, MessageStatus: "sent" })).toEqual({ refusal: "unknown_shape" });
  });

  test("has no message of ours unless its path says so", () => {
    for (const path of [[], ["x"], [`${messageId}0`]]) {
      const received = receive({ MessageSid: sid, MessageStatus: "sent" }, path);
      expect(received).not.toHaveProperty("receipts.0.messageId");
    }
  });
});

describe("a message to a number at Twilio", () => {
  const fields = { MessageSid: sid, SmsStatus: "received", From: "+48732129001" };

  test("comes with its text, and gets no reply", () => {
    const to = { To: "+48732129000", Body: "Cześć 😀 \u0000", NumMedia: "0" };
    expect(receive({ ...fields, ...to }, [])).toEqual({
      receipts: [],
      inbound: [
        {
          ref: sid,
          from: "48732129001",
          to: "48732129000",
          body: "Cześć 😀 \ufffd",
          at: null,
          raw: { ...fields, ...to, Body: "Cześć 😀 \ufffd" },
        },
      ],
      response,
    });
  });

  test("may come from a name, without a text, and by GET", () => {
    const query = new URLSearchParams({ ...fields, From: "Bank", Body: "" }).toString();
    const received = receiveReport(callbackOf({ method: "GET", query, body: "" }));
    expect(received).toMatchObject({ inbound: [{ from: "Bank", to: null, body: "" }] });
  });
});
