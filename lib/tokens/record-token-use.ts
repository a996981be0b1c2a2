import { and, eq, lt, sql } from "drizzle-orm";
import { tokenHours, tokenUses } from "@/drizzle/schema/tokens";
import type { TokenActor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { log } from "../core/log";

/** How often one process writes, at most. */
const everyMs = 3000;
/** Tokens of one commit. */
const maxTogether = 100;
/** Beyond this many tokens within a few seconds, the uses of further ones are not counted. */
const maxPending = 50_000;
const hourMs = 3_600_000;
const keptHours = 48;
const minuteMs = 60_000;

interface Use {
  accountId: string;
  tokenId: string;
  requests: number;
  address: string | null;
}

interface Uses {
  pending: Map<string, Use>;
  /** Set from the first use on until all that was pending is written. */
  timer: NodeJS.Timeout | undefined;
  writtenMs: number;
}

const all: Uses = { pending: new Map(), timer: undefined, writtenMs: 0 };

/**
 * Counts a request of a token and notes when and from where it came. Nobody waits for it, and its failure
 * refuses nobody: all tokens used within a few seconds are written together.
 */
export function recordTokenUse({ actor }: { actor: TokenActor }): void {
  const { accountId, tokenId, address } = actor;
  const before = all.pending.get(tokenId);
  if (!before && all.pending.size >= maxPending) return;
  all.pending.set(tokenId, { accountId, tokenId, requests: (before?.requests ?? 0) + 1, address });
  if (!all.timer) schedule();
}

function schedule(): void {
  const waitMs = Math.max(0, all.writtenMs + everyMs - Date.now());
  all.timer = setTimeout(() => void write(), waitMs).unref();
}

async function write(): Promise<void> {
  all.writtenMs = Date.now();
  // In one order everywhere, so that two processes do not wait for each other.
  const used = [...all.pending.values()].sort((one, other) =>
    one.tokenId < other.tokenId ? -1 : 1,
  );
  all.pending.clear();
  for (let start = 0; start < used.length; start += maxTogether) {
    const uses = used.slice(start, start + maxTogether);
    await store(uses).catch((error: unknown) =>
      log().warn({ err: error, tokens: uses.length }, "could not note the use of tokens"),
    );
  }
  all.timer = undefined;
  if (all.pending.size > 0) schedule();
}

/** One commit, and each token's rows by its account: they may be on different shards. */
async function store(uses: Use[]): Promise<void> {
  await db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    for (const use of uses) await storeUse(use, now, tx);
  });
}

/** Adds to the hour, forgets hours of two days ago, notes a last use older than a minute. */
async function storeUse({ accountId, tokenId, requests, address }: Use, now: Date, tx: Tx) {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  await tx
    .insert(tokenHours)
    .values({ accountId, tokenId, hour, requests })
    .onConflictDoUpdate({
      target: [tokenHours.accountId, tokenHours.tokenId, tokenHours.hour],
      set: { requests: sql`${tokenHours.requests} + excluded.requests` },
    });
  const oldest = new Date(now.getTime() - keptHours * hourMs);
  const ofToken = and(eq(tokenHours.accountId, accountId), eq(tokenHours.tokenId, tokenId));
  await tx.delete(tokenHours).where(and(ofToken, lt(tokenHours.hour, oldest)));
  const noted = { lastUsedAt: now, lastUsedAddress: address };
  await tx
    .insert(tokenUses)
    .values({ accountId, tokenId, ...noted })
    .onConflictDoUpdate({
      target: [tokenUses.accountId, tokenUses.tokenId],
      set: noted,
      setWhere: lt(tokenUses.lastUsedAt, new Date(now.getTime() - minuteMs)),
    });
}
