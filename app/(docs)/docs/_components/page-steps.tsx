import Link from "next/link";
import { pages } from "../_content/pages";

/** To the page before and the page after this one, in reading order. */
export function PageSteps({ slug }: { slug: string }) {
  const place = pages.findIndex((page) => page.slug === slug);
  return (
    <nav
      aria-label="Next pages"
      className="mt-14 flex justify-between gap-4 border-line border-t pt-4"
    >
      <Step word="Previous" page={pages[place - 1]} />
      <Step word="Next" page={pages[place + 1]} />
    </nav>
  );
}

function Step({ word, page }: { word: "Previous" | "Next"; page: (typeof pages)[0] | undefined }) {
  if (!page) return <span />;
  return (
    <Link
      href={`/docs/${page.slug}`}
      prefetch={false}
      rel={word === "Next" ? "next" : "prev"}
      className={`group py-1 ${word === "Next" ? "text-right" : ""}`}
    >
      <span className="block text-mute text-sm">{word}</span>
      <span className="font-medium text-md group-hover:underline">{page.title}</span>
    </Link>
  );
}
