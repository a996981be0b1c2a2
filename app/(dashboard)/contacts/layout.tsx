import type { ReactNode } from "react";
import { ContactTabs } from "./_components/contact-tabs";

/** Contacts and groups; on phones with tabs, since the side column is not there. */
export default function ContactsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ContactTabs />
      {children}
    </>
  );
}
