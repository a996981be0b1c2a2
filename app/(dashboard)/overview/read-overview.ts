import { needsAttention } from "@/components/webhook-words";
import type { UserActor } from "@/lib/core/actor";
import { may } from "@/lib/core/permissions";
import { getBalance } from "@/lib/credits/get-balance";
import { getSpending } from "@/lib/credits/get-spending";
import { listBalances } from "@/lib/credits/list-balances";
import { findWaiting } from "@/lib/dispatch/find-waiting";
import { listMessages } from "@/lib/message-log/list-messages";
import { isStarting } from "@/lib/onboarding/is-starting";
import { getCosts } from "@/lib/payments/get-costs";
import { listTokens } from "@/lib/tokens/list-tokens";
import type { Range } from "@/lib/traffic/contract";
import { findErrorSpike } from "@/lib/traffic/find-error-spike";
import { getOverview } from "@/lib/traffic/get-overview";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";

const dayMs = 24 * 3_600_000;
const shownMessages = 8;
/** A balance or a token that runs out sooner is shown under "Needs attention". */
const minDaysLeft = 3;
const expiryNoticeMs = 7 * dayMs;

interface Asked {
  actor: UserActor;
  test: boolean;
  range: Range;
  zone: string;
}

/** Everything the overview shows, read concurrently. */
export async function readOverview(asked: Asked) {
  const { actor, ...input } = asked;
  const [figures, money, spike, waiting, endpoints, tokens, latest, isGuided] = await Promise.all([
    getOverview({ actor, input }),
    readMoney(actor),
    findErrorSpike({ actor, input }),
    findWaiting({ actor, input }),
    may(actor.role, "manage_webhooks") ? listEndpoints({ actor }) : [],
    may(actor.role, "manage_tokens") ? listTokens({ actor }) : [],
    listMessages({ actor, input: { limit: shownMessages } }),
    may(actor.role, "manage_tokens") && isStarting({ actor }),
  ]);
  const nowMs = Date.now();
  const { credits, spending } = money;
  const { daysLeft } = spending;
  const balances = await listBalances({ actor, input: { moments: figures.week.ends } });
  return {
    figures,
    balances,
    ...money,
    latest: latest.data,
    isGuided,
    concerns: {
      isBalanceLow: credits === 0 || (daysLeft !== null && daysLeft < minDaysLeft),
      spike,
      waiting,
      endpoints: endpoints.filter((endpoint) => needsAttention(endpoint, nowMs)),
      tokens: tokens.filter(
        ({ expires_at, revoked_at }) =>
          revoked_at === null &&
          expires_at !== null &&
          Date.parse(expires_at) > nowMs &&
          Date.parse(expires_at) < nowMs + expiryNoticeMs,
      ),
    },
  };
}

async function readMoney(actor: UserActor) {
  const [credits, spending, { currency, rateMicros }] = await Promise.all([
    getBalance({ actor }),
    getSpending({ actor }),
    getCosts({ actor }),
  ]);
  return { credits, spending, worth: { micros: credits * rateMicros, currency } };
}

export type OverviewFacts = Awaited<ReturnType<typeof readOverview>>;
