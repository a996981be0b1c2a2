import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { PageHeading } from "@/components/ui/heading";
import { currentSession } from "@/lib/accounts/session";
import type { Words } from "@/lib/language/language";

const en = {
  name: "Not found",
  title: "There is nothing at this address",
  lead: "The link may be old or mistyped, or what it names belongs to another account.",
  back: "Go to your messages",
};

const notFoundWords: Words<typeof en> = {
  en,
  pl: {
    name: "Nie znaleziono",
    title: "Pod tym adresem nic nie ma",
    lead: "Odsyłacz może być stary albo z literówką, albo to, do czego prowadzi, należy do innego konta.",
    back: "Przejdź do wiadomości",
  },
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(notFoundWords)).name };
}

/** The page for addresses that lead nowhere. */
export default async function NotFoundPage() {
  const words = await wordsOf(notFoundWords);
  return (
    <>
      <PublicHeader isSignedIn={(await currentSession()) !== null} />
      <main id="content" className="mx-auto max-w-[76rem] px-4 py-16 sm:px-6">
        <PageHeading title={words.title} lead={words.lead} />
        <a href="/overview" className="link text-md">
          {words.back}
        </a>
      </main>
    </>
  );
}
