import { sql } from "drizzle-orm";
import { onboarding } from "@/drizzle/schema/onboarding";
import { db } from "../core/db";
import { selectSteps } from "./_steps";

/**
 * Stores the first steps of accounts whose messages have just changed, so that nobody looks for them again.
 * One that is missed is found with the account's next message, at its true time.
 */
export async function recordFirsts(accountIds: string[]): Promise<void> {
  for (const accountId of new Set(accountIds)) await recordFirst(accountId);
}

async function recordFirst(accountId: string): Promise<void> {
  const steps = selectSteps(sql`a.id = ${accountId}::uuid
    and (o.first_delivered_at is null or o.first_webhook_at is null)`);
  await db().execute(sql`
    with steps as (${steps})
    insert into ${onboarding} as known (account_id, first_token_at, first_request_at,
      first_accepted_at, first_delivered_at, first_webhook_at)
    select ${accountId}::uuid, "firstTokenAt", "firstRequestAt", "firstAcceptedAt", "firstDeliveredAt", "firstWebhookAt"
    from steps left join ${onboarding} o on o.account_id = ${accountId}::uuid
    where ("firstAcceptedAt" is not null and o.first_accepted_at is null)
      or ("firstDeliveredAt" is not null and o.first_delivered_at is null)
      or ("firstWebhookAt" is not null and o.first_webhook_at is null)
    on conflict (account_id) do update set
      first_token_at = coalesce(known.first_token_at, excluded.first_token_at),
      first_request_at = coalesce(known.first_request_at, excluded.first_request_at),
      first_accepted_at = coalesce(known.first_accepted_at, excluded.first_accepted_at),
      first_delivered_at = coalesce(known.first_delivered_at, excluded.first_delivered_at),
      first_webhook_at = coalesce(known.first_webhook_at, excluded.first_webhook_at)`);
}
