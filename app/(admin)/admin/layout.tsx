import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { RoleProvider } from "@/components/permitted";
import { AdminShell } from "@/components/shell/admin-shell";
import { TimeZone } from "@/components/ui/time-zone";
import { appUrl } from "@/lib/core/env";
import { getProfile } from "@/lib/preferences/get-profile";
import { actorOf, currentSession } from "@/lib/sign-in/session";
import { signOut } from "../../(dashboard)/settings/account/actions";

export const metadata: Metadata = { robots: { index: false } };

/**
 * The shell of the administration. To everybody who doesn't administer the installation there is no such place. Each page
 * demands the administrator itself, too: a layout isn't rendered again on the way from one page to the next.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // The page sends them to sign in: only it knows where to come back to.
  if (!session) return children;
  const actor = await actorOf(session);
  if (!actor.isAdmin) notFound();
  const profile = await getProfile({ actor });
  return (
    <TimeZone zone={profile.time_zone}>
      <RoleProvider role={actor.role}>
        <AdminShell host={new URL(appUrl()).host} signOut={signOut}>
          {children}
        </AdminShell>
      </RoleProvider>
    </TimeZone>
  );
}
