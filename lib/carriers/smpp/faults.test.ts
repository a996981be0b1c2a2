import { afterEach, expect, test, vi } from "vitest";
import { soakOr } from "../../testing/soak-or";
import { type SmppPlay, startSmpp, textMessage } from "../../testing/start-smpp";
import type { SubmitOutcome } from "../carrier";

const count = soakOr(5000, 2000);
/** After how many a carrier breaks down: several times in a run. */
const breakdown = soakOr(900, 340);
const window = 50;
let play: SmppPlay | undefined;

// Thousands of messages each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

afterEach(async () => {
  await play?.stop();
  play = undefined;
});

interface Sum {
  /** Messages that were reported as accepted. */
  accepted: number;
  ambiguous: number;
  refused: number;
  /** Accepted, and the SMSC does not have it under that ID. */
  lost: number;
  /** Messages that the SMSC took more than once. */
  doubled: number;
  /** Taken, and neither reported as accepted nor as ambiguous. */
  unexpected: number;
}

/** Sends so many messages, each with a text of its own, and compares what we say with what the SMSC has. */
async function sendAll(parameters: Record<string, number>, entry = {}): Promise<Sum> {
  play = await startSmpp(parameters, { window, ...entry });
  const messages = Array.from({ length: count }, (_, place) => textMessage(`m ${place}`));
  const outcomes = await play.drain(messages);
  const taken = new Map<string, string[]>();
  for (const { octets, id } of play.smsc.taken()) {
    const text = octets.toString("latin1");
    taken.set(text, [...(taken.get(text) ?? []), String(Number.parseInt(id, 16))]);
  }
  const sum: Sum = { accepted: 0, ambiguous: 0, refused: 0, lost: 0, doubled: 0, unexpected: 0 };
  for (const { messageId, body } of messages) {
    const outcome = outcomes.get(messageId);
    const ids = taken.get(body) ?? [];
    tally(sum, outcome, ids);
  }
  return sum;
}

function tally(sum: Sum, outcome: SubmitOutcome | undefined, ids: string[]): void {
  const kind = outcome?.kind;
  if (kind === "accepted" || kind === "ambiguous" || kind === "refused") sum[kind] += 1;
  if (outcome?.kind === "accepted" && !ids.includes(outcome.ref)) sum.lost += 1;
  if (ids.length > 1) sum.doubled += 1;
  if (ids.length > 0 && kind !== "accepted" && kind !== "ambiguous") sum.unexpected += 1;
}

const whole: Sum = {
  accepted: count,
  ambiguous: 0,
  refused: 0,
  lost: 0,
  doubled: 0,
  unexpected: 0,
};
const hexOnly = { first_id: 0xa0_00_00_00 };

test("takes responses in any order, and late ones", async () => {
  expect(await sendAll({ ...hexOnly, shuffle: 1, late_ms: 30 })).toEqual(whole);
});

test("takes a response that comes twice once", async () => {
  expect(await sendAll({ ...hexOnly, double: 50, shuffle: 1 })).toEqual(whole);
});

test("fails no message while the carrier throttles 30 % of them", async () => {
  expect(await sendAll({ ...hexOnly, throttle: 30 })).toEqual(whole);
});

test("settles within 1.2 times the rate that a carrier allows, and fails no message", async () => {
  const allowed = count / 10;
  expect(await sendAll({ ...hexOnly, above: allowed })).toEqual(whole);
  const seconds = play?.smsc.lines.filter((line) => line.startsWith("second ")) ?? [];
  const offered = seconds.map((line) => Number(line.split(" ")[1]));
  const settled = offered.slice(3, -1);
  expect(settled.length).toBeGreaterThan(3);
  for (const perSecond of settled) expect(perSecond).toBeLessThanOrEqual(allowed * 1.2);
  const mean = settled.reduce((sum, each) => sum + each, 0) / settled.length;
  expect(mean).toBeGreaterThan(allowed * 0.7);
});

test.each([
  ["cuts the connection", { cut: breakdown }],
  ["sends noise", { garbage: breakdown }],
  ["answers out of order and cuts the connection", { cut: breakdown, shuffle: 1, late_ms: 20 }],
])("holds no more than a window for each time that a carrier %s", async (_name, parameters) => {
  const sum = await sendAll({ ...hexOnly, ...parameters });
  const ends = play?.smsc.lines.filter((line) => line.startsWith("bound ")).length ?? 0;
  expect(ends).toBeGreaterThan(count / breakdown);
  const { accepted, ambiguous, ...wrong } = sum;
  expect(wrong).toEqual({ refused: 0, lost: 0, doubled: 0, unexpected: 0 });
  expect(accepted + ambiguous).toBe(count);
  expect(ambiguous).toBeLessThanOrEqual(window * (ends - 1));
});

test("shares messages among binds, and one that is cut costs the others nothing", async () => {
  const sum = await sendAll({ ...hexOnly, cut: 0.3 * count }, { binds: 3 });
  const { accepted, ambiguous, ...wrong } = sum;
  expect(wrong).toEqual({ refused: 0, lost: 0, doubled: 0, unexpected: 0 });
  expect(accepted + ambiguous).toBe(count);
  expect(ambiguous).toBeLessThanOrEqual(window * 3);
});
