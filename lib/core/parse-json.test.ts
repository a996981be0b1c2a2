import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json";

const bytes = (text: string) => new TextEncoder().encode(text);
const maxBytes = 8_388_608;

describe("a body is read as JSON", () => {
  test.each([
    '{"a":"[[[[\\"]]]{{{,,,:::"}',
    '{"a":"\\\\","b":["\\\\\\""]}',
    "[1,[2,{}],null]",
    '"text"',
  ])("%s", (text) => {
    expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
  });

  test("a batch of 10,000 messages with every field fits", () => {
    const message = {
      from: "YourBrand",
      to: "48732129000",
      body: "a, b: [c] {d}",
      scheduled_at: "2026-05-15T14:23:47Z",
      idempotency_key: "0b0f5dd0-7c83-4a8a-8a4b-3b8f7c6d5e4f",
      client_ref: "order-4559",
      metadata: { order: 4559, shop: "Gdynia", till: 3, gift: true, note: null },
      validity: 3600,
      dry_run: false,
    };
    const text = JSON.stringify({ messages: Array.from({ length: 10_000 }, () => message) });
    expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
  });
});

describe("a body that would take long is rejected", () => {
  const manyKeys = Array.from({ length: 600_000 }, (_each, at) => `"k${at}":1`).join(",");
  test.each([
    ["nested four million times", "[".repeat(maxBytes / 2) + "]".repeat(maxBytes / 2)],
    ["with 600,000 fields", `{${manyKeys}}`],
    ["of nothing but commas", `[${",".repeat(maxBytes - 2)}]`],
    ["nested and cut off", '{"messages":['.repeat(100_000)],
  ])("%s, sooner than flat text of its length is parsed", (_what, text) => {
    const flat = bytes(JSON.stringify("a\\".repeat(text.length / 4)));
    const body = bytes(text);
    parseJson(flat);
    const started = performance.now();
    for (let round = 0; round < 3; round += 1) parseJson(flat);
    const flatMs = performance.now() - started;
    const again = performance.now();
    for (let round = 0; round < 3; round += 1) expect(() => parseJson(body)).toThrow(RangeError);
    expect(performance.now() - again).toBeLessThan(flatMs * 5 + 50);
  });
});

test.each(["", "{", '{"a":}', "\u00ff"])("%j is not JSON", (text) => {
  expect(() =>
    parseJson(text === "\u00ff" ? Uint8Array.of(0x22, 0xff, 0x22) : bytes(text)),
  ).toThrow();
});
