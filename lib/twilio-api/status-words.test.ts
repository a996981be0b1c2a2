import { expect, test } from "vitest";
import { newId } from "../core/ids";
import { accountSidOf, messageIdOf, messageSidOf } from "./sids";
import { errorOf, statusWordOf } from "./status-words";

test.each([
  ["scheduled", false, "scheduled"],
  ["queued", false, "queued"],
  ["sending", false, "sending"],
  ["unknown", true, "sending"],
  ["sent", true, "sent"],
  ["delivered", true, "delivered"],
  ["cancelled", false, "canceled"],
  ["failed", false, "failed"],
  ["failed", true, "undelivered"],
  ["expired", true, "undelivered"],
  ["expired", false, "failed"],
  ["bounced", true, "undelivered"],
])("%s, sent: %s, is %s", (status, wasSent, word) => {
  expect(statusWordOf({ status, wasSent })).toBe(word);
});

test.each([
  ["bounced", "unknown_subscriber", 30005],
  ["bounced", "Said by a carrier", 30006],
  ["expired", "not_delivered_in_time", 30003],
  ["expired", "not_sent_in_time", 30036],
  ["expired", "no_receipt", 30008],
  ["failed", "carrier_rejected", 30007],
  ["failed", null, 30008],
  ["failed", "constructor", 30008],
])("%s because of %s has the code %d", (status, reason, code) => {
  expect(errorOf({ status, wasSent: true }, reason)?.code).toBe(code);
});

test.each(["queued", "sent", "delivered", "cancelled"])("%s has no code", (status) => {
  expect(errorOf({ status, wasSent: true }, "carrier_rejected")).toBeNull();
});

test("a message's SID and its ID are one number, and nothing else is taken for one", () => {
  const id = newId();
  expect(messageSidOf(id)).toMatch(/^SM[0-9a-f]{32}$/);
  expect(accountSidOf(id)).toMatch(/^AC[0-9a-f]{32}$/);
  expect(messageIdOf(messageSidOf(id))).toBe(id);
  expect(messageIdOf(messageSidOf(id).toUpperCase())).toBe(id);
  for (const sid of ["", id, accountSidOf(id), `${messageSidOf(id)}0`, `MM${"a".repeat(32)}`]) {
    expect(messageIdOf(sid)).toBeUndefined();
  }
});
