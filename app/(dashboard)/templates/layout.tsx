import type { ReactNode } from "react";
import { ContactTabs } from "../contacts/_components/contact-tabs";

/** Templates; on phones with the tabs they share with contacts. */
export default function TemplatesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ContactTabs />
      {children}
    </>
  );
}
