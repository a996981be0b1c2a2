import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { currentLanguage } from "@/components/language/current-language";
import { LanguageProvider } from "@/components/language/use-words";
import { TranslationGuard } from "@/components/translation-guard";
import { OriginProvider } from "@/components/use-origin";
import { appUrl } from "@/lib/core/env";
import { publicOriginOf } from "@/lib/core/public-origin";
import { fontVariables } from "./fonts";
import "./globals.css";

/** The addresses of canonical links and pictures are those of the installation, known only where it runs. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(appUrl()),
    title: { default: "Depesza", template: "%s · Depesza" },
    description:
      "An SMS platform you run yourself: HTTP API, live message log, signed webhooks, and a credit ledger.",
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#0b1518" },
  ],
};

/** Theme and language are known before the first byte, so nothing flashes and no script has to mend it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, language, origin] = await Promise.all([
    cookies(),
    currentLanguage(),
    headers().then(publicOriginOf),
  ]);
  const theme = jar.get("theme")?.value;
  return (
    <html
      lang={language}
      className={fontVariables}
      // "system" needs no attribute: the media query of colors.css decides it.
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      suppressHydrationWarning
    >
      <body>
        <TranslationGuard />
        <OriginProvider origin={origin}>
          <LanguageProvider language={language}>{children}</LanguageProvider>
        </OriginProvider>
      </body>
    </html>
  );
}
