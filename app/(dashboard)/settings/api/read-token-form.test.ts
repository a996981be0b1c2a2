import { expect, test } from "vitest";
import { readTokenForm } from "./read-token-form";

const nowMs = Date.UTC(2026, 4, 15, 12);
const form = { name: "Shop", mode: "live", scope_send: "on", scope_manage: "on", expiry: "never" };

test("the ticked scopes, no expiry and any address", () => {
  expect(readTokenForm({ ...form, cidrs: "" }, nowMs)).toEqual({
    name: "Shop",
    mode: "live",
    scopes: ["send", "manage"],
    expires_at: null,
    cidrs: [],
  });
});

test.each([
  ["30", undefined, "2026-06-14T12:00:00.000Z"],
  ["365", "2026-05-20", "2027-05-15T12:00:00.000Z"],
  ["date", "2026-05-20", "2026-05-20T23:59:59Z"],
])("an expiry of %s (%s) is %s", (expiry, date, expected) => {
  const input = readTokenForm({ ...form, expiry, ...(date ? { expiry_date: date } : {}) }, nowMs);
  expect(input.expires_at).toBe(expected);
});

test("a date that was not chosen is said beside the field", () => {
  expect(() => readTokenForm({ ...form, expiry: "date", expiry_date: "" })).toThrow(
    expect.objectContaining({ details: { fields: { expires_at: ["Choose the last day."] } } }),
  );
});

test("a missing date does not hide what else is wrong", () => {
  expect(() => readTokenForm({ mode: "live", name: " ", expiry: "date" })).toThrow(
    expect.objectContaining({
      details: {
        fields: {
          name: ["Enter a name for the token."],
          scopes: ["Choose at least one scope."],
          expires_at: ["Choose the last day."],
        },
      },
    }),
  );
});

test("addresses may be parted by lines, spaces, commas and semicolons", () => {
  const cidrs = "203.0.113.7\r\n 10.0.0.0/8, 2001:db8::/32;192.0.2.1 ";
  expect(readTokenForm({ ...form, cidrs }).cidrs).toEqual([
    "203.0.113.7",
    "10.0.0.0/8",
    "2001:db8::/32",
    "192.0.2.1",
  ]);
});
