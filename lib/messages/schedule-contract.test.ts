import { expect, test } from "vitest";
import { RescheduleInput, scheduleWindow } from "./schedule-contract";

const minuteMs = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs);
const read = (scheduled_at: string) => RescheduleInput.parse({ scheduled_at }).scheduledAt;
const errorsOf = (scheduled_at: unknown) =>
  RescheduleInput.safeParse({ scheduled_at }).error?.issues.map(({ message }) => message);

const soon = inMinutes(60);
const wholeSecond = new Date(Math.floor(soon.getTime() / 1000) * 1000);
const wholeMinute = new Date(Math.floor(soon.getTime() / minuteMs) * minuteMs);
const inWarsaw = (at: Date) => new Date(at.getTime() + 120 * minuteMs).toISOString();

test.each([
  ["with milliseconds", soon.toISOString(), soon],
  ["with seconds", wholeSecond.toISOString().replace(".000", ""), wholeSecond],
  ["without seconds", wholeMinute.toISOString().replace(":00.000", ""), wholeMinute],
  ["with a zone", inWarsaw(wholeSecond).replace(".000Z", "+02:00"), wholeSecond],
  ["with a zone without colon", inWarsaw(soon).replace("Z", "+0200"), soon],
  ["with a zone of hours", inWarsaw(wholeMinute).replace(":00.000Z", "+02"), wholeMinute],
])("a time %s is understood: %s", (_what, scheduled_at, at) => {
  expect(read(scheduled_at)).toEqual(at);
});

test.each([
  "",
  "tomorrow",
  "2026-05-15",
  "2026-05-15T14:23:47",
  "2026-05-15 14:23:47Z",
  "2026-02-30T10:00:00Z",
  "2026-05-15T14:23:47+25:00",
  "2026-05-15T14Z",
  1_778_855_027,
])("%j is no time with a zone", (scheduled_at) => {
  expect(errorsOf(scheduled_at)).toEqual([
    "Enter an ISO 8601 time with a time zone, such as 2026-05-15T14:23:47Z.",
  ]);
});

test("four minutes ago still means now, six minutes ago has passed", () => {
  const late = inMinutes(-4);
  expect(read(late.toISOString())).toEqual(late);
  expect(errorsOf(inMinutes(-6).toISOString())).toEqual([
    "This time has passed. Omit the field to send now.",
  ]);
});

test("35 days ahead is the furthest", () => {
  const furthestMinutes = scheduleWindow.aheadMs / minuteMs;
  const far = inMinutes(furthestMinutes - 1);
  expect(furthestMinutes).toBe(35 * 24 * 60);
  expect(read(far.toISOString())).toEqual(far);
  expect(errorsOf(inMinutes(furthestMinutes + 1).toISOString())).toEqual([
    "Messages can be scheduled at most 35 days ahead.",
  ]);
});
