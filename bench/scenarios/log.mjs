// The log with 10,000, a million and, with --big, five million messages of one account: its first page, filters, the next
// page, searches, counts, and the overview, by the API and as the screens ask. One request at a time, each kind many times.
import { fillLog } from "../fill-log.mjs";
import { pause } from "../open-lab.mjs";
import { percentilesOf } from "../percentiles.mjs";
import { memoryMbOf } from "../watch-processes.mjs";

export const bars = {
  "worst p95 at 1 M, ms": { atMost: 50 },
  "worst p95 at 5 M / at 10 k": { atMost: 1.5 },
};

const sizes = { "10 k": 10_000, "1 M": 1_000_000, "5 M": 5_000_000 };
const limitMs = 60_000;
/** A screen's first requests take three times as long, until V8 has compiled what renders it. */
const warmUps = 20;
/** A small segment, and messages of the last minutes, are not indexed yet. */
const unindexed = 3000;

/** Measures reading a log as it grows. */
export async function run(lab) {
  const all = await lab.serve("all");
  const [account] = await lab.accounts(1, { sessions: 1 });
  const { isQuick, isBig } = lab.plan;
  const names = Object.keys(sizes).filter(
    (name) => name === "10 k" || (!isQuick && (name === "1 M" || isBig)),
  );
  const rows = [];
  for (const name of names) {
    const startedMs = performance.now();
    await fillLog(lab, account.id, sizes[name]);
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    lab.say(`${name} messages after ${seconds} s, ${memoryMbOf([all.pid])} MB`);
    await untilIndexed(lab, account.id, sizes[name]);
    for (const kind of kindsOf(all.url, account))
      rows.push({ size: name, ...(await measure(kind, isQuick)) });
  }
  const worstOf = (size) =>
    Math.max(...rows.filter((row) => row.size === size).map(({ p95Ms }) => p95Ms));
  return {
    rows: rows.map(({ size, name, ...rest }) => ({ name: `${size}: ${name}`, ...rest })),
    values: {
      "worst p95 at 1 M, ms": worstOf("1 M"),
      "worst p95 at 5 M / at 10 k": worstOfRatios(rows),
    },
    skipped: {
      ...(isQuick && { "worst p95 at 1 M, ms": "--quick has 10 k messages" }),
      ...((isQuick || !isBig) && { "worst p95 at 5 M / at 10 k": "needs --big" }),
    },
  };
}

/** The worker indexes texts behind the sends, here a whole log that appeared at once: measured is what it has indexed. */
async function untilIndexed(lab, accountId, count) {
  const startedMs = performance.now();
  const deadlineMs = startedMs + 15 * 60_000;
  for (;;) {
    const [{ indexed }] = await lab.sql(
      "select coalesce(sum(messages), 0)::int as indexed from text_segments where account_id = $1",
      [accountId],
    );
    const isLast = performance.now() > deadlineMs;
    if (isLast || indexed > count - unindexed) {
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      return lab.say(`${indexed} of ${count} texts indexed after ${seconds} s`);
    }
    await pause(500);
  }
}

/** Each kind by itself at both sizes: a slow kind must not hide another that grows. */
function worstOfRatios(rows) {
  const at = (size, name) => rows.find((row) => row.size === size && row.name === name)?.p95Ms;
  const names = [...new Set(rows.map(({ name }) => name))];
  return Math.max(...names.map((name) => at("5 M", name) / at("10 k", name)));
}

function kindsOf(url, { token, cookies: [cookie] }) {
  const api = { authorization: `Bearer ${token}` };
  const panel = { cookie };
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const number = (n) => `48732${String((n * 997) % 10_000).padStart(6, "0")}`;
  const asked = (path, headers) => (name, queryOf) => ({
    name,
    headers,
    urlOf: (n) => `${url}${path}?${queryOf(n)}`,
  });
  const list = asked("/api/sms", api);
  return [
    list("list", () => "limit=50"),
    list("filter by status", () => "status=failed,bounced"),
    list("filter by sender", (n) => `from=Sender${n % 20}`),
    list("filter by recipient", (n) => `to=${number(n)}`),
    list("filter by time", () => `since=${since}&status=delivered`),
    list("filter by reference", (n) => `client_ref=order-${n * 7}`),
    { ...list("next page", () => "limit=50"), nextPage: true },
    list("search, frequent word", () => "q=login"),
    list("search, rare word", () => "q=needle"),
    list("search, no hit", () => "q=haystack"),
    asked("/api/panel/messages", panel)("screen, list", () => ""),
    asked("/api/panel/messages", panel)("screen, search", () => "q=needle"),
    asked("/api/panel/messages/count", panel)("screen, count", () => ""),
    asked("/overview", panel)("overview", () => ""),
  ];
}

async function measure({ name, headers, urlOf, nextPage }, isQuick) {
  const times = isQuick ? 3 : 40;
  const timesMs = [];
  let cursor = "";
  for (let n = isQuick ? -2 : -warmUps; n < times; n += 1) {
    const startedMs = performance.now();
    const signal = AbortSignal.timeout(limitMs);
    const response = await fetch(`${urlOf(Math.max(0, n))}${cursor}`, { headers, signal });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} got ${response.status}`);
    if (n >= 0) timesMs.push(performance.now() - startedMs);
    if (nextPage) cursor = `&cursor=${encodeURIComponent(JSON.parse(text).next_cursor)}`;
  }
  return { name, ...percentilesOf(timesMs) };
}
