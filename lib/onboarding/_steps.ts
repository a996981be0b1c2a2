import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { onboarding } from "@/drizzle/schema/onboarding";
import { tokens } from "@/drizzle/schema/tokens";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";

export interface Steps {
  accountId: string;
  signupAt: string;
  firstTokenAt: string | null;
  firstRequestAt: string | null;
  firstAcceptedAt: string | null;
  firstDeliveredAt: string | null;
  firstWebhookAt: string | null;
  dismissedAt: string | null;
}

const firstAccepted = sql`(select m.created_at from ${messages} m where m.account_id = a.id order by m.id limit 1)`;

/** The counts say at once whether there is any; of the first hundred the quickest may have overtaken. */
const firstDelivered = sql`(
  select min(d.ended_at) from (
    select m.ended_at from ${messages} m
    where m.account_id = a.id and m.status = 'delivered' and exists (
      select 1 from ${messageCounts} c where c.account_id = a.id and c.status = 'delivered'
      union all
      select 1 from ${messageDeltas} c where c.account_id = a.id and c.status = 'delivered')
    order by m.id limit 100
  ) d)`;

/**
 * The steps of the accounts that `where` picks (`a` is the account, `o` what was stored of it). What is not
 * stored is looked up, so that a step counts from the moment it was taken.
 */
export function selectSteps(where: SQL): SQL {
  return sql`
    select a.id as "accountId", a.created_at as "signupAt",
      coalesce(o.first_token_at,
        (select min(t.created_at) from ${tokens} t where t.account_id = a.id)) as "firstTokenAt",
      coalesce(o.first_request_at, ${firstAccepted}) as "firstRequestAt",
      coalesce(o.first_accepted_at, ${firstAccepted}) as "firstAcceptedAt",
      coalesce(o.first_delivered_at, ${firstDelivered}) as "firstDeliveredAt",
      coalesce(o.first_webhook_at,
        (select min(w.ended_at) from ${webhookDeliveries} w
          where w.account_id = a.id and w.status = 'delivered')) as "firstWebhookAt",
      o.dismissed_at as "dismissedAt"
    from ${accounts} a left join ${onboarding} o on o.account_id = a.id
    where ${where}`;
}
