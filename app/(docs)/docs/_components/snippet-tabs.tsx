"use client";

import { type ReactNode, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { moveBetweenTabs } from "@/components/move-between-tabs";
import { CopyButton } from "@/components/ui/copy-button";
import type { Words } from "@/lib/language/language";
import { languages } from "../_content/languages";
import { chooseLanguage, useLanguage } from "./language-choice";

const tabsWords: Words<{ language: string; copy: (language: string) => string }> = {
  en: { language: "Language", copy: (language) => `Copy the ${language} code` },
  pl: { language: "Język", copy: (language) => `Kopiuj kod: ${language}` },
};

interface SnippetTabsProps {
  /** Names the example; ids derive from it. */
  call: string;
  /** Whether it has a longer shell script in addition to its curl request. */
  hasShell: boolean;
  /** One tab panel per language, all in the HTML: snippets.css shows the chosen one from the first paint on. */
  children: ReactNode;
}

/** One example in the languages of the docs. Choosing one here chooses it everywhere. */
export function SnippetTabs({ call, hasShell, children }: SnippetTabsProps) {
  const figure = useRef<HTMLElement>(null);
  const wanted = useLanguage();
  const chosen = wanted === "shell" && !hasShell ? "curl" : wanted;
  const offered = languages.filter(({ id }) => id !== "shell" || hasShell);
  const words = useWords(tabsWords);
  const label = languages.find(({ id }) => id === chosen)?.label;
  return (
    <figure
      ref={figure}
      data-snippet={call}
      data-without-shell={hasShell ? undefined : ""}
      className="mt-5 min-w-0 border border-line bg-sunk"
    >
      <figcaption className="flex min-h-10 items-stretch justify-between gap-2 border-line border-b pr-1">
        <div
          role="tablist"
          aria-label={words.language}
          onKeyDown={moveBetweenTabs}
          className="flex overflow-x-auto"
        >
          {offered.map((language) => (
            <button
              key={language.id}
              type="button"
              role="tab"
              id={`${call}-${language.id}-tab`}
              data-language={language.id}
              aria-selected={language.id === chosen}
              aria-controls={`${call}-${language.id}`}
              tabIndex={language.id === chosen ? 0 : -1}
              onClick={() => chooseLanguage(language.id)}
              className="snippet-tab"
            >
              {language.label}
            </button>
          ))}
        </div>
        <CopyButton
          text={() => codeOf(figure.current, chosen)}
          label={words.copy(label ?? "")}
          isCompact
          className="self-center"
        />
      </figcaption>
      {children}
    </figure>
  );
}

function codeOf(figure: HTMLElement | null, language: string): string {
  return (
    figure?.querySelector(`.snippet-panel[data-language="${language}"] code`)?.textContent ?? ""
  );
}
