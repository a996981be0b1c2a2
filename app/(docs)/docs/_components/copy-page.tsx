"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { useLanguage } from "./language-choice";

/** Takes the page along as Markdown, its examples in the chosen language. */
export function CopyPage({ slug }: { slug: string }) {
  const language = useLanguage();
  const address = `/docs/${slug}.md?language=${language}`;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <CopyButton text={() => pageText(address)} label="Copy as Markdown" />
      <a href={address} className="link max-sm:py-3">
        View as Markdown
      </a>
    </p>
  );
}

async function pageText(address: string): Promise<string> {
  const response = await fetch(address);
  return response.text();
}
