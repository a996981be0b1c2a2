import { sql } from "drizzle-orm";
import { apiRequests } from "@/drizzle/schema/requests";
import type { TokenActor } from "../core/actor";
import { db } from "../core/db";
import { env } from "../core/env";
import { log } from "../core/log";
import { maskValues } from "./mask-values";

/** How often one process writes, at most. */
const everyMs = 1000;
/** Rows of one write, of one account and of all: what a second has beyond that is counted and not stored. */
const maxPerAccount = 20;
const maxTogether = 400;
/** Accounts of whom it is known how many were not stored. */
const maxMissing = 10_000;

interface Answered {
  /** The uuid behind `req_…`. */
  requestId: string;
  method: string;
  /** The template of its path, never the path itself: that may hold a number or a secret. */
  route: string;
  status: number;
  code: string | null;
  /** By `performance.now()`. */
  startedMs: number;
  query: unknown;
  body: unknown;
}

interface Wanted {
  actor: Pick<TokenActor, "accountId" | "tokenId">;
  input: Answered;
}

/** Named as the columns are. */
interface Row {
  id: string;
  token_id: string;
  method: string;
  route: string;
  status: number;
  duration_ms: number;
  code: string | null;
  query: unknown;
  body: unknown;
  answeredMs: number;
}

interface Pending {
  rows: Map<string, Row[]>;
  count: number;
  /** By account. */
  missed: Map<string, number>;
  /** Set from the first request on until all that was pending is written. */
  timer: NodeJS.Timeout | undefined;
}

const all: Pending = { rows: new Map(), count: 0, missed: new Map(), timer: undefined };

/**
 * Notes a request that was answered, for the list of requests. Nobody waits for it, and its failure refuses nobody: what
 * came within a second is written together. Of a busy second a part is stored, those that were refused first, and how many
 * were not.
 */
export function recordRequest({ actor: { accountId, tokenId }, input }: Wanted): void {
  if (env().REQUEST_LOG === "off") return;
  const rows = all.rows.get(accountId) ?? [];
  // Of a quiet account, or one of whom something was refused, a busy one gives way.
  const isWanted = rows.length === 0 || isRefused(input);
  const hasRoom = () => all.count < maxTogether || (isWanted && makeRoom());
  if (rows.length < maxPerAccount && hasRoom()) {
    rows.push(toRow(tokenId, input));
    all.rows.set(accountId, rows);
    all.count += 1;
    all.timer ??= schedule();
    return;
  }
  miss(accountId, 1);
  if (!isRefused(input)) return;
  const place = rows.findIndex((row) => !isRefused(row));
  if (place >= 0) rows[place] = toRow(tokenId, input);
}

/** Leaves out an accepted request of the account with the most, which keeps others. False where there is none. */
function makeRoom(): boolean {
  let busiest: [accountId: string, rows: Row[]] | undefined;
  for (const each of all.rows) {
    const most = busiest?.[1].length ?? 1;
    if (each[1].length > most && !each[1].every(isRefused)) busiest = each;
  }
  if (!busiest) return false;
  const [accountId, rows] = busiest;
  rows.splice(
    rows.findIndex((row) => !isRefused(row)),
    1,
  );
  all.count -= 1;
  miss(accountId, 1);
  return true;
}

/** A tool that refuses an agent has a code and responds 200. */
function isRefused({ status, code }: Pick<Answered, "status" | "code">): boolean {
  return status >= 400 || code !== null;
}

function toRow(tokenId: string, input: Answered): Row {
  const { requestId, method, route, status, code, startedMs, query, body } = input;
  const answeredMs = performance.now();
  return {
    id: requestId,
    token_id: tokenId,
    method: method.slice(0, 10),
    duration_ms: Math.max(0, Math.round(answeredMs - startedMs)),
    query: maskValues(query),
    body: maskValues(body),
    ...{ route, status, code, answeredMs },
  };
}

function miss(accountId: string, count: number): void {
  const before = all.missed.get(accountId);
  if (before === undefined && all.missed.size >= maxMissing) return;
  all.missed.set(accountId, (before ?? 0) + count);
}

function schedule(): NodeJS.Timeout {
  return setTimeout(() => void write(), everyMs).unref();
}

async function write(): Promise<void> {
  const batches = [...all.rows];
  all.rows = new Map();
  all.count = 0;
  await store(batches).catch((error: unknown) => {
    for (const [accountId, rows] of batches) miss(accountId, rows.length);
    log().warn({ err: error }, "could not note requests");
  });
  all.timer = all.count > 0 ? schedule() : undefined;
}

/** One statement of one shape, however many rows. The newest row of each account says how many have none. */
async function store(batches: [string, Row[]][]): Promise<void> {
  const nowMs = performance.now();
  const counted = new Map(all.missed);
  const rows = batches.flatMap(([accountId, ofAccount]) =>
    ofAccount.map(({ answeredMs, ...row }, place) => ({
      ...row,
      account_id: accountId,
      age_ms: Math.round(nowMs - answeredMs),
      missed: place === ofAccount.length - 1 ? (counted.get(accountId) ?? 0) : 0,
    })),
  );
  await db().execute(sql`
    insert into ${apiRequests} (account_id, id, at, token_id, method, route, status, duration_ms,
      code, query, body, missed)
    select account_id, id, now() - age_ms * interval '1 millisecond', token_id, method, route,
      status, duration_ms, code, query, body, missed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as answered(account_id uuid, id uuid,
      age_ms int, token_id uuid, method text, route text, status int, duration_ms int, code text,
      query jsonb, body jsonb, missed int)`);
  for (const [accountId] of batches) forget(accountId, counted.get(accountId) ?? 0);
}

function forget(accountId: string, count: number): void {
  const left = (all.missed.get(accountId) ?? 0) - count;
  if (left > 0) all.missed.set(accountId, left);
  else all.missed.delete(accountId);
}
