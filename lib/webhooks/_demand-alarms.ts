import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { alarmEvent, type WebhookEvent } from "./event-contract";
import { webhookSentences } from "./sentences";

interface Subscription {
  accountId: string;
  test: boolean;
  events: readonly WebhookEvent[];
}

/**
 * Throws forbidden for a subscription to alarms that its account may not have: they are about the installation, so they
 * go to administrators, and about real carriers, so they go to live endpoints.
 */
export async function demandAlarms(
  { accountId, test, events }: Subscription,
  tx: Tx,
): Promise<void> {
  if (!events.includes(alarmEvent)) return;
  const [account] = await tx
    .select({ admin: accounts.admin })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!test && account?.admin) return;
  const sentence = webhookSentences.noAlarms;
  throw new AppError("forbidden", sentence, { fields: { events: [sentence] } });
}
