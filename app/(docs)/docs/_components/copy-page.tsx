"use client";

import { useLanguage as usePageLanguage, useWords } from "@/components/language/use-words";
import { CopyButton } from "@/components/ui/copy-button";
import { docsWords } from "../words";
import { useLanguage } from "./language-choice";

/** Takes the page along as Markdown, its examples in the chosen language. */
export function CopyPage({ slug }: { slug: string }) {
  const language = useLanguage();
  const words = useWords(docsWords);
  const translation = usePageLanguage() === "pl" ? "&lang=pl" : "";
  const address = `/docs/${slug}.md?language=${language}${translation}`;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <CopyButton text={() => pageText(address)} label={words.copyPage} />
      <a href={address} className="link max-sm:py-3">
        {words.viewPage}
      </a>
    </p>
  );
}

async function pageText(address: string): Promise<string> {
  const response = await fetch(address);
  return response.text();
}
