import { describe, expect, test } from "vitest";
import { callbackOf } from "../../testing/carrier-promises";
import type { Received } from "../carrier";
import { receiveReport } from "./_receive-report";

const messageId = "0191e7a0-0000-7000-8000-000000000001";
const response = { contentType: "text/plain", body: "OK" };
type Fields = Record<string, string>;

const part = { msisdn: "48732129000", to: "Depesza", messageId: "0A0000001234567B" };

function receive(fields: Fields, path: string[] = []): Received {
  return receiveReport(callbackOf({ path, body: new URLSearchParams(fields).toString() }));
}

describe("a delivery receipt of Vonage's", () => {
  const said = {
    ...{ ...part, "network-code": "26003", status: "delivered", scts: "2001011400" },
    ...{ "err-code": "0", "message-timestamp": "2026-01-01 12:00:00" },
    "client-ref": messageId.replaceAll("-", ""),
  };
  const receipt = {
    ...{ ref: part.messageId, messageId, status: "delivered", reason: null, carrierCode: null },
    ...{ at: new Date("2026-01-01T12:00:00Z"), operator: null, raw: said },
  };
  // Nothing for who reads the message's history.
  const account = { price: "0.0333", "api-key": "abcd1234", sig: "00", nonce: "n" };
  const all = { ...said, ...account };
  const form = new URLSearchParams(all).toString();

  test.each([
    ["query", callbackOf({ method: "GET", query: form, body: "" })],
    ["form", callbackOf({ body: form })],
    ["JSON", callbackOf({ body: JSON.stringify(all) })],
    ["JSON behind a line break", callbackOf({ body: `\n${JSON.stringify(all, null, 1)}` })],
  ])("may be a %s", (_what, callback) => {
    expect(receiveReport(callback)).toEqual({ receipts: [receipt], response });
  });

  test("may say numbers as such in JSON", () => {
    const body = JSON.stringify({ ...part, status: "failed", "err-code": 3, nested: { a: 1 } });
    expect(receiveReport(callbackOf({ body }))).toMatchObject({
      receipts: [{ status: "bounced", carrierCode: "3" }],
    });
  });

  test("names its message in its path where it does not itself", () => {
    const received = receive({ ...part, status: "delivered" }, [messageId]);
    expect(received).toMatchObject({ receipts: [{ messageId }] });
    const nameless = receive({ ...part, status: "delivered" }, ["x"]);
    expect(nameless).not.toHaveProperty("receipts.0.messageId");
  });

  test.each([
    ["accepted 0", "sent", null],
    ["buffered 0", "sent", null],
    ["unknown 1", "sent", null],
    ["DELIVERED 0", "delivered", null],
    ["expired 1", "expired", "not_delivered_in_time"],
    ["failed 1", "failed", expect.any(String)],
    ["failed 2", "failed", expect.any(String)],
    ["failed 3", "bounced", "unknown_subscriber"],
    ["rejected 4", "bounced", expect.any(String)],
    ["failed 5", "failed", expect.any(String)],
    ["rejected 6", "failed", expect.stringMatching(/spam/)],
    ["rejected 9", "bounced", expect.stringMatching(/opted out/)],
    ["failed 12", "bounced", expect.any(String)],
    ["failed 14", "bounced", expect.any(String)],
    ["failed 15", "failed", expect.any(String)],
    ["undelivered 99", "failed", expect.any(String)],
    ["failed 77", "failed", null],
  ])("%s means %s", (words, status, reason) => {
    const [word = "", code = ""] = words.split(" ");
    expect(receive({ ...part, status: word, "err-code": code })).toMatchObject({
      receipts: [{ status, reason, carrierCode: code === "0" ? null : code }],
    });
  });

  test.each([
    ["an unknown status", { ...part, status: "purple" }],
    ["an empty status", { ...part, status: "" }],
    ["a status of the language's own", { ...part, status: "constructor" }],
    ["no ID", { status: "delivered" }],
    ["an ID that can't be stored", { messageId: "\u0000", status: "delivered" }],
  ])("with %s is not guessed at", (_what, fields: Fields) => {
    expect(receive(fields)).toEqual({ refusal: "unknown_shape" });
  });

  test.each(["yesterday", "2026-13-41 99:00:00", "0000-01-01 00:00:00"])(
    "is not lost for a time that cannot be read: %s",
    (time) => {
      const fields = { ...part, status: "delivered", "message-timestamp": time };
      expect(receive(fields)).toMatchObject({ receipts: [{ status: "delivered", at: null }] });
    },
  );

  test.each([
    ["{", "invalid_json"],
    ["a=1&".repeat(300), "unknown_shape"],
  ])("is not read from what is none: %s", (body, refusal) => {
    expect(receiveReport(callbackOf({ body }))).toEqual({ refusal });
  });
});

describe("a message to a number at Vonage", () => {
  const said = {
    ...{ msisdn: "48732129001", to: "48732129000", messageId: "0B0000000123ABCD1" },
    ...{ text: "Cześć 😀", type: "unicode", keyword: "CZEŚĆ" },
    "message-timestamp": "2026-01-01 12:00:00",
  };

  test("comes with its text and time, and is confirmed", () => {
    expect(receive({ ...said, "api-key": "abcd1234" })).toEqual({
      receipts: [],
      inbound: [
        {
          ...{ ref: said.messageId, from: said.msisdn, to: said.to, body: said.text },
          ...{ at: new Date("2026-01-01T12:00:00Z"), raw: said },
        },
      ],
      response,
    });
  });

  test("comes in parts, which have their phone's own count in common", () => {
    const long = { concat: "true", "concat-ref": "17", "concat-total": "3", "concat-part": "2" };
    const groupOf = (change: Fields) => {
      const received = receive({ ...said, ...long, ...change });
      return "refusal" in received ? undefined : received.inbound?.[0]?.part;
    };
    expect(groupOf({})).toEqual({ group: expect.any(String), number: 2, total: 3 });
    expect(groupOf({ "concat-part": "1" })?.group).toBe(groupOf({})?.group);
    expect(groupOf({ msisdn: "48732129002" })?.group).not.toBe(groupOf({})?.group);
    expect(groupOf({ "concat-total": "0" })).toBeUndefined();
  });

  test("may have no text, and a name as sender", () => {
    const { text, ...binary } = said;
    const fields = { ...binary, msisdn: "Bank", type: "binary", data: "0102" };
    expect(receive(fields)).toMatchObject({ inbound: [{ from: "Bank", body: "" }] });
  });

  test.each([
    ["a sender", "msisdn"],
    ["an ID", "messageId"],
  ] as const)("without %s is none", (_what, name) => {
    const { [name]: _left, ...fields } = said;
    expect(receive(fields)).toEqual({ refusal: "unknown_shape" });
  });
});
