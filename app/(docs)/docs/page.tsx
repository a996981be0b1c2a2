import type { Metadata } from "next";
import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import type { Language } from "@/lib/language/language";
import { type LocalPage, pageGroupsIn } from "./_content/pages-in";
import { docsWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  const { description } = await wordsOf(docsWords);
  return { description };
}

const reference: LocalPage = {
  slug: "reference",
  title: "API reference",
  description: "Every call with its parameters, responses, and errors, from the OpenAPI document.",
  language: "en",
};

/** The front page of the documentation: all pages with their descriptions. */
export default async function DocsPage() {
  const language = await currentLanguage();
  const words = docsWords[language];
  const groups = [...pageGroupsIn(language), { title: words.reference, pages: [reference] }];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid gap-x-14 gap-y-8 sm:grid-cols-2">
        {groups.map(({ title, pages }) => (
          <section key={title} className="border-line border-t pt-3">
            <h2 className="font-semibold text-md">{title}</h2>
            <ul>
              {pages.map((page) => (
                <Entry key={page.slug} page={page} language={language} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function Entry({ page, language }: { page: LocalPage; language: Language }) {
  return (
    <li className="mt-3">
      <Link
        href={`/docs/${page.slug}`}
        prefetch={false}
        lang={page.language}
        className="link inline-flex items-center font-medium text-md max-sm:min-h-11"
      >
        {page.title}
      </Link>
      {page.language !== language && (
        <span className="ml-2 text-mute text-sm">{docsWords[language].inEnglish}</span>
      )}
      <p lang={page.language} className="text-mute">
        {page.description}
      </p>
    </li>
  );
}
