import { describe, expect, test } from "vitest";
import { SendMessageInput } from "./contract";

const wire = { from: "YourBrand", to: "48732129000", body: "Your login code: 482910" };
const accepted = {
  ...wire,
  scheduledAt: null,
  idempotencyKey: null,
  clientRef: null,
  metadata: null,
  validitySeconds: 172_800,
  bodyStorage: null,
  isDryRun: false,
};
const soon = new Date(Date.now() + 3_600_000);
const uuid = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

/** Field → sentences, as the wire shows them; none when the request is fine. */
function errorsOf(input: unknown): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of SendMessageInput.safeParse(input).error?.issues ?? []) {
    const field = path.join(".");
    errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}

const errorsWith = (fields: object) => errorsOf({ ...wire, ...fields });
const readWith = (fields: object) => SendMessageInput.parse({ ...wire, ...fields });

describe("a request is read into our names", () => {
  test("three fields are enough", () => {
    expect(SendMessageInput.parse(wire)).toEqual(accepted);
  });

  test("optional fields given as null are left out", () => {
    const nothing = {
      scheduled_at: null,
      idempotency_key: null,
      client_ref: null,
      metadata: null,
      validity: null,
      dry_run: null,
    };
    expect(readWith(nothing)).toEqual(accepted);
  });

  test("unknown fields change nothing", () => {
    const forged =
      '{"account_id":"acc_1","status":"delivered","credits":0,"__proto__":{"test":true}}';
    expect(readWith(JSON.parse(forged))).toStrictEqual(accepted);
  });
});

describe("all wrong fields are told at once, one sentence each", () => {
  test("nothing given", () => {
    expect(errorsOf({})).toEqual({
      from: ["Enter a sender: a name of up to 11 characters, or a phone number."],
      to: ["Enter the recipient's number, such as 48732129000."],
      body: ["Write the text of the message."],
    });
  });

  test("a missing sender, a bad recipient and a text too long", () => {
    expect(errorsOf({ to: "732 129 000", body: "a".repeat(1531) })).toEqual({
      from: ["Enter a sender: a name of up to 11 characters, or a phone number."],
      to: ["Enter the number in E.164 format without the +, such as 48732129000."],
      body: ["The text needs more than 10 segments (1530 GSM-7 or 670 Unicode characters)."],
    });
  });

  test("every field wrong", () => {
    const wrong = errorsOf({
      from: "Sender far too long",
      to: "0",
      body: "",
      scheduled_at: "tomorrow",
      idempotency_key: "1",
      client_ref: 1,
      metadata: 1,
      validity: 1,
      dry_run: "yes",
    });
    expect(Object.entries(wrong).map(([field, sentences]) => [field, sentences.length])).toEqual([
      ["from", 1],
      ["to", 1],
      ["body", 1],
      ["scheduled_at", 1],
      ["idempotency_key", 1],
      ["client_ref", 1],
      ["metadata", 1],
      ["validity", 1],
      ["dry_run", 1],
    ]);
  });

  test.each([
    ["null", null],
    ["a list", [wire]],
    ["text", "hello"],
    ["a number", 1],
  ])("%s instead of an object is refused", (_what, input) => {
    expect(Object.keys(errorsOf(input))).toEqual([""]);
  });
});

test.each(["from", "to", "body"])("%s has to be text", (field) => {
  for (const value of [null, 48732129000, true, ["text"], {}]) {
    expect(errorsWith({ [field]: value })).toEqual({ [field]: ["Must be a string."] });
  }
});

describe("from", () => {
  test.each([
    ["YourBrand", "YourBrand"],
    ["My-Shop 2.0", "My-Shop 2.0"],
    ["48732129000", "48732129000"],
    ["+48732129000", "48732129000"],
    ["8686", "8686"],
  ])("%s is sent as %s", (from, sent) => {
    expect(readWith({ from }).from).toBe(sent);
  });

  test.each(["", " "])("%j is asked for, there being nothing to quote", (from) => {
    expect(errorsWith({ from })).toEqual({
      from: ["Enter a sender: a name of up to 11 characters, or a phone number."],
    });
  });

  test.each(["TwelveLetter", " Shop", "Żabka", "12", "+12345678", "0123456789"])(
    "%j is refused in words that quote it",
    (from) => {
      expect(errorsWith({ from })).toEqual({ from: [`Invalid sender: ${from}`] });
    },
  );

  test("a long one is quoted in part, and never with half an emoji", () => {
    expect(errorsWith({ from: "😀".repeat(60) })).toEqual({
      from: [`Invalid sender: ${"😀".repeat(40)}…`],
    });
  });
});

describe("to", () => {
  test.each([
    ["48732129000", "48732129000"],
    ["+48732129000", "48732129000"],
    ["123456789012345", "123456789012345"],
  ])("%s is read as %s", (to, digits) => {
    expect(readWith({ to }).to).toBe(digits);
  });

  test.each([
    "",
    "++48732129000",
    "0048732129000",
    "48 732 129 000",
    "48-732-129-000",
    "1234567890123456",
    "48732129000\n",
    "４８７３２１２９０００",
    "YourBrand",
  ])("%j is refused", (to) => {
    expect(errorsWith({ to })).toEqual({
      to: ["Enter the number in E.164 format without the +, such as 48732129000."],
    });
  });
});

describe("body", () => {
  test.each([
    ["1530 GSM-7 characters", "a".repeat(1530)],
    ["765 extension characters less those that would straddle", "€".repeat(760)],
    ["670 Unicode characters", "ą".repeat(670)],
    ["line breaks", "one\r\ntwo\nthree"],
    ["an invisible character beside a visible one", "\u200B!"],
  ])("%s can be sent as they stand", (_what, body) => {
    expect(readWith({ body }).body).toBe(body);
  });

  test.each(["", " ", "\n\r\n", "\u00A0\u3000", "\u200B", "\u2066\u2069", "\u3164", "\u2800"])(
    "%j shows nothing, so it is no text",
    (body) => {
      expect(errorsWith({ body })).toEqual({ body: ["Write the text of the message."] });
    },
  );

  test.each([
    ["1531 GSM-7 characters", "a".repeat(1531)],
    ["765 extension characters, since 76 fit a segment", "€".repeat(765)],
    ["671 Unicode characters", "ą".repeat(671)],
    ["335 emoji, since 33 fit a segment", "😀".repeat(335)],
  ])("%s are too many", (_what, body) => {
    expect(errorsWith({ body })).toEqual({
      body: ["The text needs more than 10 segments (1530 GSM-7 or 670 Unicode characters)."],
    });
  });

  test("is brought into NFC before it is counted and kept", () => {
    expect(readWith({ body: "e\u0301".repeat(1530) }).body).toBe("é".repeat(1530));
  });

  test.each([
    [
      "NUL",
      "a\u0000",
      "The text has a NUL character (U+0000) at position 2, which cannot be sent.",
    ],
    ["a tab", "\ta", "The text has a tab (U+0009) at position 1, which cannot be sent."],
    [
      "half an emoji",
      "\ud83d",
      "The text has half of a surrogate pair (U+D83D) at position 1, which cannot be sent.",
    ],
  ])("%s is refused", (_what, body, sentence) => {
    expect(errorsWith({ body })).toEqual({ body: [sentence] });
  });

  test("empty is refused", () => {
    expect(errorsWith({ body: "" })).toEqual({ body: ["Write the text of the message."] });
  });
});

describe("the other fields", () => {
  test.each([
    ["scheduled_at", soon.toISOString(), { scheduledAt: soon }],
    ["idempotency_key", uuid, { idempotencyKey: uuid }],
    ["idempotency_key", uuid.toUpperCase(), { idempotencyKey: uuid }],
    ["client_ref", "", { clientRef: "" }],
    ["client_ref", "ą".repeat(255), { clientRef: "ą".repeat(255) }],
    ["validity", 60, { validitySeconds: 60 }],
    ["validity", 172_800, { validitySeconds: 172_800 }],
    ["dry_run", true, { isDryRun: true }],
    ["dry_run", false, { isDryRun: false }],
  ])("%s: %j is taken", (field, value, read) => {
    expect(readWith({ [field]: value })).toEqual({ ...accepted, ...read });
  });

  test.each([
    ["idempotency_key", "", "The idempotency key must be a UUID v4."],
    ["idempotency_key", "order-42", "The idempotency key must be a UUID v4."],
    ["idempotency_key", uuid.replace("41d3", "11d3"), "The idempotency key must be a UUID v4."],
    ["idempotency_key", uuid.replace("9a0c", "ca0c"), "The idempotency key must be a UUID v4."],
    ["idempotency_key", `{${uuid}}`, "The idempotency key must be a UUID v4."],
    ["idempotency_key", `${uuid}\n`, "The idempotency key must be a UUID v4."],
    ["idempotency_key", 42, "The idempotency key must be a UUID v4."],
    ["client_ref", "a".repeat(256), "The reference may have at most 255 characters."],
    ["client_ref", "a\u0000", "The reference has a character that cannot be stored."],
    ["client_ref", "\ud83d", "The reference has a character that cannot be stored."],
    ["client_ref", 42, "The reference must be text."],
    ["validity", 59, "validity must be at least 60 seconds."],
    ["validity", 172_801, "Validity is at most 172800 seconds (48 hours)."],
    ["validity", 60.5, "Validity is a whole number of seconds."],
    ["validity", "3600", "Validity is a whole number of seconds."],
    ["validity", Number.POSITIVE_INFINITY, "Validity is a whole number of seconds."],
    ["dry_run", "true", "dry_run must be true or false."],
    ["dry_run", 1, "dry_run must be true or false."],
  ])("%s: %j is refused", (field, value, sentence) => {
    expect(errorsWith({ [field]: value })).toEqual({ [field]: [sentence] });
  });
});
