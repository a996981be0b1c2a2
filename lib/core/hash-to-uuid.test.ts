import fc from "fast-check";
import { expect, test } from "vitest";
import { hashToUuid } from "./hash-to-uuid";

test("a text's UUID has the form of version 4, and stays the same from release to release", () => {
  // Carriers and customers' retries know messages by these: another way to make them would send twice.
  expect(hashToUuid("upstream.019a0000-0000-0000-0000-000000000000")).toBe(
    "0704d702-b6dc-452d-92c4-6618cc14c606",
  );
  expect(hashToUuid("a2f7c1de-0000-4000-8000-000000000000 48732129000")).toBe(
    "2400bea7-41b6-4f95-ba2f-05aad08f3123",
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(hashToUuid(text)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test("two texts do not share one", () => {
  const texts = Array.from({ length: 10_000 }, (_, number) => `key ${number}`);
  expect(new Set(texts.map(hashToUuid)).size).toBe(texts.length);
});
