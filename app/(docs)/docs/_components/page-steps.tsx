import Link from "next/link";
import type { Language } from "@/lib/language/language";
import { type LocalPage, pageGroupsIn } from "../_content/pages-in";
import { docsWords } from "../words";

/** Links to the previous and the next page in reading order, in the reader's language. */
export function PageSteps({ slug, language }: { slug: string; language: Language }) {
  const words = docsWords[language];
  const pages = pageGroupsIn(language).flatMap((group) => group.pages);
  const place = pages.findIndex((page) => page.slug === slug);
  return (
    <nav
      lang={language}
      aria-label={words.nextPages}
      className="mt-14 flex justify-between gap-4 border-line border-t pt-4"
    >
      <Step rel="prev" word={words.previous} page={pages[place - 1]} />
      <Step rel="next" word={words.next} page={pages[place + 1]} />
    </nav>
  );
}

interface StepProps {
  rel: "prev" | "next";
  word: string;
  page: LocalPage | undefined;
}

function Step({ rel, word, page }: StepProps) {
  if (!page) return <span />;
  return (
    <Link
      href={`/docs/${page.slug}`}
      prefetch={false}
      rel={rel}
      className={`group py-1 ${rel === "next" ? "text-right" : ""}`}
    >
      <span className="block text-mute text-sm">{word}</span>
      <span lang={page.language} className="font-medium text-md group-hover:underline">
        {page.title}
      </span>
    </Link>
  );
}
