import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { callbackUrl } from "../carriers/callback-url";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { soakOr } from "../testing/soak-or";
import { startApi } from "../testing/start-api";
import { Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";

vi.setConfig({ testTimeout: 85_000 });

const number = soakOr(2000, 600);
const finals = ["delivered", "failed", "expired", "bounced"] as const;
const clients = 8;

const upstream = new Upstream();
let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  await upstream.listen();
  dropDatabase = await useOwnDatabase({
    SMS_API_URL: upstream.url,
    SMS_API_TOKEN: upstream.token,
  });
  server = await startApi();
});
afterAll(async () => {
  await server.stop();
  await upstream.close();
  await dropDatabase();
});

interface Report {
  ref: string;
  status: "sent" | (typeof finals)[number];
}

/** Each receipt of a message zero to five times: one intermediate, one final, now and then a contradiction. */
function reportsOf(ref: string, seed: number): Report[] {
  const [plan] = fc.sample(
    fc.record({
      sent: fc.nat(5),
      final: fc.constantFrom(...finals),
      finals: fc.nat(5),
      contradiction: fc.constantFrom(...finals),
      contradictions: fc.constantFrom(0, 0, 0, 1, 5),
    }),
    { numRuns: 1, seed },
  );
  if (!plan) return [];
  const times = (count: number, status: Report["status"]) =>
    Array.from({ length: count }, () => ({ ref, status }));
  return [
    ...times(plan.sent, "sent"),
    ...times(plan.finals, plan.final),
    ...times(plan.contradictions, plan.contradiction),
  ];
}

/** In any of the shapes a carrier may use. */
function toEvent({ ref, status }: Report, place: number): unknown {
  if (status === "sent" || place % 3 === 0) {
    return { type: "NOTIFICATION", message_id: ref, status: status.toUpperCase() };
  }
  const at = new Date().toISOString();
  return { event: `sms.${status}`, message_id: ref, [`${status}_at`]: at, timestamp: at };
}

async function post(reports: Report[]): Promise<number> {
  const events = reports.map(toEvent);
  const response = await fetch(`${server.url}${new URL(callbackUrl("upstream")).pathname}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events.length === 1 ? events[0] : events),
  });
  await response.body?.cancel();
  return response.status;
}

test(`${number} messages, each receipt 0 to 5 times, shuffled, some before the answer: one terminal event each`, async () => {
  const storm: Report[] = [];
  const ended = new Set<string>();
  let early = 0;
  // The upstream answers every seventh submit only after it has reported part of the message's fate.
  upstream.behave = async ({ wire }) => {
    const ref = `up-${wire["client_ref"]}`;
    const mine = reportsOf(ref, upstream.asked.length);
    if (mine.some(({ status }) => status !== "sent")) ended.add(ref);
    const [first, ...rest] = upstream.asked.length % 7 === 0 ? shuffled(mine) : [];
    if (first) early += 1;
    if (first) expect(await post([first])).toBe(404);
    storm.push(...(first ? rest : mine));
    return { status: 200, body: { message_id: ref } };
  };

  const { accountId } = await mintAccount({ credits: number });
  const caller = operatorOf(accountId);
  const wire = { from: "Test", to: "48732129000", body: "Hello" };
  await Promise.all(
    Array.from({ length: number }, () => sendMessage({ actor: caller, input: wire })),
  );
  await expect.poll(() => countOf("sending", "queued"), { timeout: 40_000, interval: 250 }).toBe(0);

  const queue = cut(shuffled(storm));
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let batch = queue.pop(); batch; batch = queue.pop()) expect(await post(batch)).toBe(200);
    }),
  );

  expect(early).toBeGreaterThan(number / 20);
  expect(ended.size).toBeGreaterThan(number / 2);
  const rows = await db().execute<{
    status: string;
    terminals: number;
    type: string | null;
    ref: string;
  }>(sql`
    select m.status, m.carrier_ref as ref, count(e.id) filter (where e.terminal)::int as terminals,
      min(e.type) filter (where e.terminal) as type
    from ${messages} m left join ${messageEvents} e on e.account_id = m.account_id and e.message_id = m.id
    where m.account_id = ${accountId} group by m.account_id, m.id`);
  expect(rows).toHaveLength(number);
  const wrong = rows.filter(({ ref, status, terminals, type }) =>
    ended.has(ref)
      ? terminals !== 1 || type !== `sms.${status}`
      : terminals !== 0 || status !== "sent",
  );
  expect(wrong).toEqual([]);
});

async function countOf(...statuses: string[]): Promise<number> {
  const [row] = await db().execute<{ number: number }>(
    sql`select count(*)::int as number from ${messages} where status = any(${`{${statuses.join(",")}}`}::text[])`,
  );
  return row?.number ?? 0;
}

function shuffled<T>(list: T[]): T[] {
  const [order = []] = fc.sample(fc.shuffledSubarray(list, { minLength: list.length }), 1);
  return order;
}

/** Single events and lists of up to 40, in turn. */
function cut(reports: Report[]): Report[][] {
  const batches: Report[][] = [];
  for (let place = 0; place < reports.length; ) {
    const size = batches.length % 2 === 0 ? 1 : 40;
    batches.push(reports.slice(place, place + size));
    place += size;
  }
  return batches;
}
