import { expect, test } from "vitest";
import { SendRate } from "./_send-rate";

const windowSize = 50;
const responseMs = 20;

interface Second {
  offered: number;
  taken: number;
}

/** A carrier that decides for each request in its second; what is offered is all that the rate lets through. */
function simulate(seconds: number, takes: (second: number, offered: number) => boolean): Second[] {
  const rate = new SendRate();
  const result: Second[] = Array.from({ length: seconds }, () => ({ offered: 0, taken: 0 }));
  const underWay: { at: number; isTaken: boolean }[] = [];
  for (let now = 1_000_000; now < 1_000_000 + seconds * 1000; now += 1) {
    while (underWay[0] && underWay[0].at <= now) {
      if (underWay.shift()?.isTaken) rate.accepted(now);
      else rate.throttled(now);
    }
    const second = Math.floor((now - 1_000_000) / 1000);
    const sum = result[second];
    while (sum && underWay.length < windowSize && rate.waitMs(now) === 0) {
      rate.take(now);
      sum.offered += 1;
      const isTaken = takes(second, sum.offered);
      if (isTaken) sum.taken += 1;
      underWay.push({ at: now + responseMs, isTaken });
    }
  }
  return result;
}

/** What goes on once it has settled. */
function meanOf(seconds: Second[], part: keyof Second): number {
  return seconds.reduce((sum, each) => sum + each[part], 0) / seconds.length;
}

test("has no limit while the carrier takes everything", () => {
  const seconds = simulate(3, () => true);
  expect(meanOf(seconds, "taken")).toBeGreaterThan((windowSize * 1000) / responseMs - windowSize);
});

test.each([5, 20, 100, 700, 2000])(
  "settles within 1.2 times an allowed %i per second, and above 0.75 times",
  (allowed) => {
    const seconds = simulate(40, (_, offered) => offered <= allowed).slice(5);
    for (const { offered } of seconds) expect(offered).toBeLessThanOrEqual(allowed * 1.2 + 1);
    expect(meanOf(seconds, "taken")).toBeGreaterThan(allowed * 0.75);
  },
);

test("follows a limit that falls, and one that rises", () => {
  const allowed = (second: number) => (second < 20 || second >= 40 ? 400 : 100);
  const seconds = simulate(80, (second, offered) => offered <= allowed(second));
  expect(meanOf(seconds.slice(25, 40), "offered")).toBeLessThanOrEqual(120);
  expect(meanOf(seconds.slice(65), "taken")).toBeGreaterThan(300);
});

test("does not fall and fall while the carrier refuses three in ten, whatever it gets", () => {
  const seconds = simulate(60, (second, offered) => (second * 7 + offered) % 10 >= 3);
  expect(meanOf(seconds.slice(10), "taken")).toBeGreaterThan(400);
});

test("hardly asks a carrier that takes nothing for a while, and comes back to it", () => {
  const seconds = simulate(80, (second) => second < 10 || second >= 20);
  expect(meanOf(seconds.slice(13, 20), "offered")).toBeLessThan(10);
  expect(meanOf(seconds.slice(70), "taken")).toBeGreaterThan(400);
});
