import type { Words } from "@/lib/language/language";
import { wordsOf } from "./language/current-language";
import { PageHeading } from "./ui/heading";

const en = {
  name: "Not found",
  title: "Page not found",
  lead: "The link may be old or mistyped, or the page belongs to another account.",
  back: "Go to the overview",
};

/** What is said where an address leads nowhere. */
export const nothingWords: Words<typeof en> = {
  en,
  pl: {
    name: "Nie znaleziono",
    title: "Pod tym adresem nic nie ma",
    lead: "Link może być nieaktualny albo błędny, albo strona należy do innego konta.",
    back: "Wróć do przeglądu",
  },
};

/** Stands in the place of a page that is not there, inside whatever surrounds it. */
export async function NothingHere() {
  const words = await wordsOf(nothingWords);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <a href="/overview" className="link text-md">
        {words.back}
      </a>
    </>
  );
}
