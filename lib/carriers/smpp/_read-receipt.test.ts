import { describe, expect, test } from "vitest";
import type { ReceiptId } from "./_message-id";
import { refOfReceipt, refOfResponse } from "./_message-id";
import { looksLikeReceipt, type ReceiptPdu, readReceipt } from "./_read-receipt";

const arrivedAt = new Date("2026-08-01T12:00:30Z");

function read(text: string, change: Partial<ReceiptPdu> = {}, receiptId: ReceiptId = "auto") {
  const none = {
    receiptedMessageId: undefined,
    messageState: undefined,
    networkErrorCode: undefined,
  };
  return readReceipt(
    { octets: Buffer.from(text, "latin1"), ...none, arrivedAt, ...change },
    receiptId,
  );
}

const usual =
  "id:0123456789 sub:001 dlvrd:001 submit date:2608011200 done date:260801140012 stat:DELIVRD err:000 text:Hello";

test("reads the text of Appendix B, and keeps nothing of the message's own", () => {
  expect(read(usual)).toEqual({
    ref: "123456789",
    status: "delivered",
    // Two hours ahead of UTC, told from the arrival.
    at: new Date("2026-08-01T12:00:12Z"),
    reason: null,
    carrierCode: null,
    operator: null,
    raw: {
      id: "0123456789",
      sub: "001",
      dlvrd: "001",
      "submit date": "2608011200",
      "done date": "260801140012",
      stat: "DELIVRD",
      err: "000",
      state: "DELIVRD",
    },
  });
});

test.each([
  ["fields in another order", "stat:DELIVRD err:000 id:77 done date:2608011200"],
  ["other cases", "Id:77 Sub:001 Stat:Delivrd Err:000 Text:x"],
  ["only what is needed", "id:77 stat:DELIVRD"],
  ["NUL at the end", "id:77 stat:DELIVRD\0"],
  ["underscores", "id:77 submit_date:2608011200 done_date:2608011200 stat:DELIVRD"],
  ["8-bit octets", "id:77 sub:001 stat:DELIVRD err:000 text:\xff\xfe\x80\x00"],
  ["an ID that the message's text repeats", "id:77 stat:DELIVRD text:id:78 stat:UNDELIV"],
  ["a longer state", "id:77 stat:DELIVERED err:000"],
  ["UCS-2", Buffer.from("id:77 stat:DELIVRD", "utf16le").swap16().toString("latin1")],
])("reads a receipt with %s", (_name, text) => {
  expect(read(text)).toMatchObject({ ref: "77", status: "delivered" });
});

test.each([
  ["DELIVRD", 2, "delivered"],
  ["EXPIRED", 3, "expired"],
  ["DELETED", 4, "failed"],
  ["UNDELIV", 5, "failed"],
  ["ACCEPTD", 6, "sent"],
  ["UNKNOWN", 7, "sent"],
  ["REJECTD", 8, "failed"],
  ["ENROUTE", 1, "sent"],
])("%s, as a text and as TLV %i, means %s", (name, number, status) => {
  expect(read(`id:1 stat:${name} err:027`)).toMatchObject({ status });
  const byTlv = read("", { receiptedMessageId: "1", messageState: number });
  expect(byTlv).toMatchObject({ ref: "1", status });
  if (status !== "delivered") expect(read(`id:1 stat:${name} err:027`)?.carrierCode).toBe("027");
});

test("believes the TLVs before the text", () => {
  const tlvs = { receiptedMessageId: "5", messageState: 5, networkErrorCode: Buffer.of(3, 0, 27) };
  const expected = { ref: "5", status: "failed", carrierCode: "27" };
  expect(read("id:9 stat:DELIVRD err:001", tlvs)).toMatchObject(expected);
  const written = { ...tlvs, networkErrorCode: Buffer.from("027") };
  expect(read("", written)).toMatchObject({ carrierCode: "027" });
});

test.each(["", "Hello", "id:1", "stat:DELIVRD", "id: stat:DELIVRD", "id:1 stat:", "id:1 stat:XYZ"])(
  "%j is no receipt",
  (text) => expect(read(text)).toBeUndefined(),
);

test("takes a time only if it was shortly before the receipt came, in whatever zone", () => {
  const timeOf = (done: string) => read(`id:1 stat:DELIVRD done date:${done}`)?.at ?? null;
  expect(timeOf("260801120012")).toEqual(new Date("2026-08-01T12:00:12Z"));
  expect(timeOf("260801173012")).toEqual(new Date("2026-08-01T12:00:12Z"));
  expect(timeOf("2608011200")).toBeNull();
  expect(timeOf("260801121512")).toBeNull();
  expect(timeOf("260701120012")).toBeNull();
  expect(timeOf("269901120012")).toBeNull();
});

test("an unmarked text is a receipt only if it looks much like one", () => {
  expect(looksLikeReceipt(Buffer.from(usual))).toBe(true);
  expect(looksLikeReceipt(Buffer.from("My id:1 is stat:DELIVRD"))).toBe(false);
});

describe("the ref of a response and that of its receipt are equal", () => {
  test.each<[ReceiptId, string, string]>([
    ["same", "AbC-1", "AbC-1"],
    ["auto", "0a1b", "0a1b"],
    ["auto", "8674665223082153551", "8674665223082153551"],
    ["auto", "6aad5", "0000436949"],
    ["auto", "18d0e03a", "0416342074"],
    ["auto", "436949", "0006AAD5"],
    ["auto", "b7c1-44", "b7c1-44"],
    ["decimal", "6aad5", "0000436949"],
    ["decimal", "00018436", "0000099382"],
    ["hex", "99382", "18436"],
  ])("%s: %s and %s", (receiptId, response, receipt) => {
    expect(refOfReceipt(receipt, receiptId)).toBe(refOfResponse(response, receiptId));
  });
});
