import clsx from "clsx";
import type { Language } from "@/lib/language/language";
import type { PageHeading } from "../_render/parse-page";
import { docsWords } from "../words";

interface ContentsProps {
  headings: PageHeading[];
  language: Language;
}

/** The sections of this page, collapsed under its title: for narrow screens. */
export function FoldedContents({ headings, language }: ContentsProps) {
  if (headings.length < 2) return null;
  const words = docsWords[language];
  return (
    <details className="mt-6 border-line border-y lg:hidden">
      <summary className="flex min-h-11 items-center justify-between text-mute">
        {words.onThisPage}
        <span className="text-sm">{words.sections(headings.length)}</span>
      </summary>
      <nav aria-label={words.onThisPage} className="pb-3">
        <Headings headings={headings} />
      </nav>
    </details>
  );
}

/** The same list next to the text, always visible. */
export function ContentsColumn({ headings, language }: ContentsProps) {
  if (headings.length < 2) return null;
  const { onThisPage } = docsWords[language];
  return (
    <nav
      aria-label={onThisPage}
      className="sticky top-8 max-h-[calc(100dvh-4rem)] self-start overflow-y-auto max-lg:hidden"
    >
      <p className="mb-1 font-semibold">{onThisPage}</p>
      <Headings headings={headings} />
    </nav>
  );
}

function Headings({ headings }: { headings: PageHeading[] }) {
  return (
    <ul>
      {headings.map(({ id, text, depth }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className={clsx(
              "block py-1 text-mute hover:text-ink max-lg:py-2.5",
              depth > 2 && "pl-3",
            )}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
