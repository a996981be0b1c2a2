import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { currentSession } from "@/lib/sign-in/session";
import { DocsNavigation } from "./docs/_components/docs-navigation";
import { navigationGroups } from "./docs/_components/navigation-groups";
import { SearchBox } from "./docs/_components/search-box";
import { languages } from "./docs/_content/languages";
import { docsWords } from "./docs/words";
import "./docs.css";

export async function generateMetadata(): Promise<Metadata> {
  const { title, titleEnd } = await wordsOf(docsWords);
  return { title: { default: `${title} · Depesza`, template: `%s · ${titleEnd}` } };
}

const names = languages.map(({ id }) => id).join("|");
// Runs before the first paint, so that examples never jump from one language to another.
const applyLanguage = `{let l=(/(?:^|; )code-language=(\\w+)/.exec(document.cookie)||[])[1];try{l=l||localStorage.getItem("code-language")}catch{}if(/^(${names})$/.test(l))document.documentElement.dataset.codeLanguage=l}`;

/** What surrounds every page of the documentation: header with search, the list of pages. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <script
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: applyLanguage }}
      />
      <noscript>
        <style nonce={nonce}>{".snippet-panel{display:block!important}"}</style>
      </noscript>
      <SkipLink />
      <PublicHeader isSignedIn={(await currentSession()) !== null}>
        <SearchBox />
      </PublicHeader>
      <div className="mx-auto max-w-[76rem] px-4 sm:px-6 md:grid md:grid-cols-[11rem_minmax(0,1fr)] md:gap-x-10">
        <DocsNavigation groups={navigationGroups(await currentLanguage())} />
        <main id="content" tabIndex={-1} className="min-w-0 py-8 outline-none">
          {children}
        </main>
      </div>
    </>
  );
}
