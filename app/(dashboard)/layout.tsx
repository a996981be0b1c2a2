import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CreditPriceProvider } from "@/components/credit-price";
import { LinkOriginProvider } from "@/components/link-origin";
import { RoleProvider } from "@/components/permitted";
import { AppShell } from "@/components/shell/app-shell";
import { ViewingStrip } from "@/components/shell/viewing-strip";
import { TimeZone } from "@/components/ui/time-zone";
import { appUrl } from "@/lib/core/env";
import { may } from "@/lib/core/permissions";
import { getBalance } from "@/lib/credits/get-balance";
import { isStarting } from "@/lib/onboarding/is-starting";
import { getCosts } from "@/lib/payments/get-costs";
import { getProfile } from "@/lib/preferences/get-profile";
import { actorOf, currentSession } from "@/lib/sign-in/session";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";
import { AttentionBanner } from "./_components/attention-banner";
import { LowBalanceBanner } from "./_components/low-balance-banner";
import { SuspendedBanner } from "./_components/suspended-banner";
import { endView } from "./actions";
import { signOut } from "./settings/account/actions";

export const metadata: Metadata = { robots: { index: false } };

/** The shell of the signed-in screens. Each page demands the session itself: only it knows where to come back to. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (!session) return children;
  const actor = await actorOf(session);
  const [credits, { rateMicros, currency, months }, endpoints, profile, isGuided] =
    await Promise.all([
      getBalance({ actor }),
      getCosts({ actor }),
      may(actor.role, "manage_webhooks") ? listEndpoints({ actor }) : null,
      getProfile({ actor }),
      may(actor.role, "manage_tokens") && isStarting({ actor }),
    ]);
  const rates = Object.fromEntries(months.map((each) => [each.month, each.rateMicros]));
  return (
    <TimeZone zone={profile.time_zone}>
      <RoleProvider role={actor.role}>
        <CreditPriceProvider price={{ rateMicros, currency, months: rates }}>
          <LinkOriginProvider origin={appUrl()}>
            <AppShell
              credits={credits}
              isStarting={isGuided}
              isAdmin={actor.isAdmin}
              signOut={signOut}
              strip={
                actor.viewing && (
                  <ViewingStrip viewing={actor.viewing} email={actor.email} endView={endView} />
                )
              }
            >
              <SuspendedBanner actor={actor} />
              {endpoints && <AttentionBanner endpoints={endpoints} />}
              <LowBalanceBanner actor={actor} credits={credits} />
              {children}
            </AppShell>
          </LinkOriginProvider>
        </CreditPriceProvider>
      </RoleProvider>
    </TimeZone>
  );
}
