import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import type { Passage } from "../_search/find-passages";
import { docsWords } from "../words";

interface SearchResultsProps {
  /** Undefined while the index is on its way. */
  results: Passage[] | undefined;
  isBroken: boolean;
  onChosen: () => void;
}

/** What was found, under the field. */
export function SearchResults({ results, isBroken, onChosen }: SearchResultsProps) {
  const words = useWords(docsWords).search;
  return (
    <div className="absolute top-full left-0 z-30 mt-1 max-h-[70dvh] w-full overflow-y-auto rounded-sheet border border-control bg-panel shadow-floating md:-left-4 md:w-[28rem]">
      <p role="status" className={results?.length ? "sr-only" : "px-3 py-3 text-mute"}>
        {isBroken ? words.failed : summary(results, words)}
      </p>
      {results && results.length > 0 && (
        <ul aria-label={words.results}>
          {results.map(({ url, page, heading, text, language }) => (
            <li key={url} lang={language} className="border-line border-b last:border-b-0">
              <Link
                href={url}
                prefetch={false}
                onClick={onChosen}
                className="block px-3 py-2.5 outline-offset-[-2px] hover:bg-sunk focus:bg-sunk"
              >
                <span className="block font-medium">{heading || page}</span>
                <span className="block text-mute text-sm">{heading ? page : text}</span>
                {heading && text && <span className="block text-mute text-sm">{text}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function summary(
  results: Passage[] | undefined,
  words: (typeof docsWords)["en"]["search"],
): string {
  if (!results) return words.loading;
  return results.length === 0 ? words.nothing : words.found(results.length);
}
