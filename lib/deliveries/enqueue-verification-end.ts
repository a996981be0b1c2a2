import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import {
  type VerificationEnd,
  verificationBody,
  verificationEventOf,
} from "../webhooks/verification-body";

interface EndOfAccount extends VerificationEnd {
  accountId: string;
  eventId: string;
}

/**
 * Enqueues the end of a verification for each endpoint of its account and mode that subscribes to its event, with its
 * body, in the transaction that ends it: so it is told once.
 */
export async function enqueueVerificationEnd(end: EndOfAccount, tx: Tx): Promise<void> {
  const { accountId, eventId, test } = end;
  const event = verificationEventOf(end);
  await tx.execute(sql`
    insert into ${webhookDeliveries} (account_id, endpoint_id, event_id, message_id, type, body)
    select account_id, id, ${eventId}::uuid, ${eventId}::uuid, ${event},
      ${verificationBody(eventId, end)}
    from ${webhookEndpoints}
    where account_id = ${accountId}::uuid and enabled and deleted_at is null
      and test = ${test} and ${event} = any(events)`);
}
