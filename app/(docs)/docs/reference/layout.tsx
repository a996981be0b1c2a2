import type { ReactNode } from "react";
import { LanguageProvider } from "@/components/language/use-words";
import { EnglishOnly } from "../_components/english-only";

/** The reference comes from the OpenAPI document, which is English. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <EnglishOnly language="en" />
      <LanguageProvider language="en">
        <div lang="en">{children}</div>
      </LanguageProvider>
    </>
  );
}
