import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { firstIdAt, newId, parsePublicId, publicId } from "./ids";
import { processWide } from "./process-wide";

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ulidForm = /^msg_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

test("100,000 ids made in one go rise strictly, as uuids and as public ids", () => {
  const ids = Array.from({ length: 100_000 }, () => newId());
  const rises = (list: string[]) =>
    list.every((id, index) => index === 0 || id > (list[index - 1] ?? ""));
  expect(rises(ids)).toBe(true);
  expect(rises(ids.map((id) => publicId("msg", id)))).toBe(true);
});

test("ids rise when two copies of the module make them in turn, as in a process with two bundles", async () => {
  vi.resetModules();
  const copy = await import("./ids");
  expect(copy.newId).not.toBe(newId);
  const ids = Array.from({ length: 20_000 }, (_, place) =>
    place % 2 === 0 ? newId() : copy.newId(),
  );
  expect(ids.filter((id, place) => place > 0 && id <= (ids[place - 1] ?? ""))).toEqual([]);
});

test("ids keep rising when the clock goes back", () => {
  const nowMs = Date.now();
  const first = newId(nowMs + 1000);
  const second = newId(nowMs);
  expect(second > first).toBe(true);
});

test("ids rise when the lower half of their tail is full", () => {
  const before = newId();
  const last = processWide("last-id", () => ({ low: 0, ms: 0 }));
  last.low = 2 ** 40 - 1;
  const after = newId(last.ms);
  expect(after).toMatch(uuidForm);
  expect(after.slice(0, 26) > before.slice(0, 26)).toBe(true);
  expect(newId(last.ms) > after).toBe(true);
});

test("an id carries the time it was made at", () => {
  const atMs = Date.UTC(2100, 0, 1);
  const id = newId(atMs);
  expect(id).toMatch(uuidForm);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(atMs);
});

describe("a public id is a ULID", () => {
  test.each([
    ["00000000-0000-0000-0000-000000000000", "msg_00000000000000000000000000"],
    ["ffffffff-ffff-ffff-ffff-ffffffffffff", "msg_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"],
    ["01563e3a-b5d3-d676-4c61-efb99302bd5b", "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV"],
  ])("%s is %s", (id, text) => {
    expect(publicId("msg", id)).toBe(text);
    expect(parsePublicId("msg", text)).toBe(id);
  });

  test("and reads back as the same id", () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 4, 7] }), (id) => {
        const text = publicId("msg", id);
        expect(text).toMatch(ulidForm);
        expect(parsePublicId("msg", text)).toBe(id);
      }),
    );
  });

  test("read in lower case too", () => {
    expect(parsePublicId("msg", "msg_01arz3ndektsv4rrffq69g5fav")).toBe(
      "01563e3a-b5d3-d676-4c61-efb99302bd5b",
    );
  });
});

test.each([
  ["nothing", ""],
  ["another kind", "tok_01ARZ3NDEKTSV4RRFFQ69G5FAV"],
  ["no kind", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
  ["too short", "msg_01ARZ3NDEKTSV4RRFFQ69G5FA"],
  ["too long", "msg_01ARZ3NDEKTSV4RRFFQ69G5FAVV"],
  ["more than 128 bits", "msg_81ARZ3NDEKTSV4RRFFQ69G5FAV"],
  ["a letter that ULIDs leave out", "msg_01ARZ3NDEKTSV4RRFFQ69G5FAU"],
  ["a line break behind", "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV\n"],
  ["a uuid", "msg_01563e3a-b5d3-d676-4c61-efb99302bd5b"],
])("%s is no message id: %j", (_what, text) => {
  expect(parsePublicId("msg", text)).toBeUndefined();
});

test("no id of a time is below the first, and none of the time before reaches it", () => {
  const now = Date.UTC(2026, 4, 15);
  expect(firstIdAt(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-0{4}-0{4}-0{12}$/);
  expect(firstIdAt(now) <= newId(now)).toBe(true);
  expect(firstIdAt(now) > firstIdAt(now - 1).replace(/0{20}$/, "f".repeat(20))).toBe(true);
  expect(firstIdAt(-1)).toBe(firstIdAt(0));
});
