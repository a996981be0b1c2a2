import type { ReactNode } from "react";
import { SettingsTabs } from "./_components/settings-tabs";

/** The settings; on phones with their own tabs, since the side column is not there. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsTabs />
      {children}
    </>
  );
}
