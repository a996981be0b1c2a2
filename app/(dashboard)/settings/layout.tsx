import type { ReactNode } from "react";
import { currentSession } from "@/lib/sign-in/session";
import { SettingsTabs } from "./_components/settings-tabs";

/** The settings; on phones with their own tabs, since the side column is not there. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  return (
    <>
      <SettingsTabs isAdmin={session?.isAdmin ?? false} />
      {children}
    </>
  );
}
