import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NothingHere, nothingWords } from "@/components/nothing-here";
import { PublicHeader } from "@/components/shell/public-header";
import { currentSession } from "@/lib/sign-in/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(nothingWords)).name };
}

/** The page for addresses that lead nowhere. */
export default async function NotFoundPage() {
  return (
    <>
      <PublicHeader isSignedIn={(await currentSession()) !== null} />
      <main id="content" className="mx-auto max-w-[76rem] px-4 py-16 sm:px-6">
        <NothingHere />
      </main>
    </>
  );
}
