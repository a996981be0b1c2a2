import { sql } from "drizzle-orm";
import { onboarding } from "@/drizzle/schema/onboarding";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { log } from "../core/log";
import { publishChange } from "../queue/notice";

/** Beyond this many the process forgets whom it has seen, and asks the database again. */
const maxRemembered = 100_000;

const seen = new Set<string>();

/** Notes when an account's first authenticated API request came. Nobody waits for it. */
export function recordFirstRequest({ actor }: { actor: Actor }): void {
  const { accountId } = actor;
  if (seen.has(accountId)) return;
  if (seen.size >= maxRemembered) seen.clear();
  seen.add(accountId);
  store(accountId).catch((error: unknown) => {
    seen.delete(accountId);
    log().warn({ err: error }, "could not note a first request");
  });
}

async function store(accountId: string): Promise<void> {
  const stored = await db().execute(sql`
    insert into ${onboarding} as known (account_id, first_request_at) values (${accountId}, now())
    on conflict (account_id) do update set first_request_at = excluded.first_request_at
    where known.first_request_at is null
    returning 1`);
  if (stored.length > 0) publishChange(accountId, [accountId]);
}
