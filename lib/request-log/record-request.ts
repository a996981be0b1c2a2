import { sql } from "drizzle-orm";
import { apiRequests } from "@/drizzle/schema/requests";
import type { TokenActor } from "../core/actor";
import { db } from "../core/db";
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

type Row = Omit<typeof apiRequests.$inferInsert, "at"> & { answeredMs: number };

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
  const rows = all.rows.get(accountId) ?? [];
  if (rows.length < maxPerAccount && all.count < maxTogether) {
    rows.push(toRow(accountId, tokenId, input));
    all.rows.set(accountId, rows);
    all.count += 1;
    all.timer ??= schedule();
    return;
  }
  miss(accountId, 1);
  if (input.status < 400) return;
  const place = rows.findIndex(({ status }) => status < 400);
  if (place >= 0) rows[place] = toRow(accountId, tokenId, input);
}

function toRow(accountId: string, tokenId: string, input: Answered): Row {
  const { requestId: id, method, route, status, code, startedMs, query, body } = input;
  const answeredMs = performance.now();
  return {
    ...{ accountId, id, tokenId, route, status, code, answeredMs },
    method: method.slice(0, 10),
    durationMs: Math.max(0, Math.round(answeredMs - startedMs)),
    query: maskValues(query),
    body: maskValues(body),
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

/** The newest row of each account says how many have none. */
async function store(batches: [string, Row[]][]): Promise<void> {
  const nowMs = performance.now();
  const rows = batches.flatMap(([accountId, ofAccount]) => {
    const missed = all.missed.get(accountId) ?? 0;
    return ofAccount.map(({ answeredMs, ...row }, place) => ({
      ...row,
      at: sql`now() - ${Math.round(nowMs - answeredMs)}::int * interval '1 millisecond'`,
      missed: place === ofAccount.length - 1 ? missed : 0,
    }));
  });
  const counted = new Map(all.missed);
  await db().insert(apiRequests).values(rows);
  for (const [accountId] of batches) forget(accountId, counted.get(accountId) ?? 0);
}

function forget(accountId: string, count: number): void {
  const left = (all.missed.get(accountId) ?? 0) - count;
  if (left > 0) all.missed.set(accountId, left);
  else all.missed.delete(accountId);
}
