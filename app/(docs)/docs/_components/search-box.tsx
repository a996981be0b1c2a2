"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { isSingleKey } from "@/components/shell/single-keys";
import type { Passage } from "../_search/find-passages";
import { docsWords } from "../words";
import { SearchResults } from "./search-results";

type Find = (query: string) => Passage[];

/** Search over the docs: loaded on the first visit to the field, then without any network. */
export function SearchBox() {
  const box = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  const words = useWords(docsWords).search;
  const [query, setQuery] = useState("");
  const [find, setFind] = useState<Find>();
  const [isBroken, setIsBroken] = useState(false);
  useSlashKey(box);

  async function load() {
    if (find) return;
    const { loadSearch } = await import("../_search/load-search");
    await loadSearch(language).then(
      (loaded) => setFind(() => loaded),
      () => setIsBroken(true),
    );
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys lead through the field and the links in it.
    <div
      ref={box}
      onKeyDown={(event) => moveThroughResults(event, box.current, () => setQuery(""))}
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setQuery("");
      }}
      className="relative max-md:order-last max-md:w-full max-md:pb-3 md:w-64"
    >
      <search>
        <Search
          className="pointer-events-none absolute top-2 left-2.5 size-4 text-mute max-sm:top-3.5"
          aria-hidden="true"
        />
        <input
          type="search"
          value={query}
          onFocus={() => void load()}
          onChange={({ target }) => setQuery(target.value)}
          aria-label={words.label}
          aria-keyshortcuts="/"
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          className="h-8 w-full rounded-control border border-control bg-panel pr-8 pl-8 text-base placeholder:text-mute max-sm:h-11 max-sm:text-md"
        />
        {!query && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-1.5 right-2 rounded-control border border-line px-1.5 font-mono text-mute text-xs max-md:hidden"
          >
            /
          </span>
        )}
      </search>
      {query.trim() && (
        <SearchResults results={find?.(query)} isBroken={isBroken} onChosen={() => setQuery("")} />
      )}
    </div>
  );
}

/** `/` leads to the field, unless it is being typed into another one. */
function useSlashKey(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.key !== "/" || !isSingleKey(event)) return;
      event.preventDefault();
      box.current?.querySelector("input")?.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [box]);
}

/** Down and up move from the field through the results and back; the browser follows a link on Enter; Escape closes the list. */
function moveThroughResults(
  event: KeyboardEvent,
  box: HTMLElement | null,
  close: () => void,
): void {
  const input = box?.querySelector("input");
  if (event.key === "Escape") {
    close();
    input?.focus();
  }
  if (event.key === "Enter" && event.target === input) box?.querySelector("a")?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !box) return;
  event.preventDefault();
  const stops = [...box.querySelectorAll<HTMLElement>("input, a")];
  const place = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(Math.max(place + step, 0), stops.length - 1)]?.focus();
}
