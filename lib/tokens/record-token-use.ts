import { sql } from "drizzle-orm";
import { tokenHours, tokens } from "@/drizzle/schema/tokens";
import type { TokenActor } from "../core/actor";
import { db } from "../core/db";
import { log } from "../core/log";

/** How often one process writes, at most. */
const everyMs = 3000;

interface Uses {
  pending: Map<string, { requests: number; address: string | null }>;
  timer: NodeJS.Timeout | undefined;
  writtenMs: number;
}

const all: Uses = { pending: new Map(), timer: undefined, writtenMs: 0 };

/**
 * Counts a request of a token and notes when and from where it came. Nobody waits for it, and its failure
 * refuses nobody: all tokens used within a few seconds are written together.
 */
export function recordTokenUse({ actor }: { actor: TokenActor }): void {
  const { tokenId, address } = actor;
  const requests = (all.pending.get(tokenId)?.requests ?? 0) + 1;
  all.pending.set(tokenId, { requests, address });
  if (all.timer) return;
  const waitMs = Math.max(0, all.writtenMs + everyMs - Date.now());
  all.timer = setTimeout(() => void write(), waitMs).unref();
}

async function write(): Promise<void> {
  const used = [...all.pending].map(([token_id, use]) => ({ token_id, ...use }));
  all.pending.clear();
  all.timer = undefined;
  all.writtenMs = Date.now();
  await store(used).catch((error: unknown) =>
    log().warn({ err: error, tokens: used.length }, "could not note the use of tokens"),
  );
}

/** One statement: adds to the hour, forgets hours of two days ago, notes a last use older than a minute. */
async function store(used: { token_id: string; requests: number; address: string | null }[]) {
  await db().execute(sql`
    with used as (
      select * from jsonb_to_recordset(${JSON.stringify(used)}::jsonb)
        as u(token_id uuid, requests int, address text)
    ), counted as (
      insert into ${tokenHours} as hours (token_id, hour, requests)
      select token_id, date_trunc('hour', now()), requests from used order by token_id
      on conflict (token_id, hour) do update set requests = hours.requests + excluded.requests
    ), forgotten as (
      delete from ${tokenHours} as hours using used
      where hours.token_id = used.token_id and hours.hour < now() - interval '2 days'
    )
    update ${tokens} set last_used_at = now(), last_used_address = used.address from used
    where tokens.id = used.token_id
      and (last_used_at is null or last_used_at < now() - interval '1 minute')`);
}
