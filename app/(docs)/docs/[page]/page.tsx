import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentLanguage } from "@/components/language/current-language";
import { LanguageProvider } from "@/components/language/use-words";
import { CopyPage } from "../_components/copy-page";
import { EnglishOnly } from "../_components/english-only";
import { PageSteps } from "../_components/page-steps";
import { ContentsColumn, FoldedContents } from "../_components/table-of-contents";
import { pages } from "../_content/pages";
import { findPageIn } from "../_content/pages-in";
import { Markdown } from "../_render/markdown";
import { readArticle } from "../_render/read-article";

interface PageProps {
  params: Promise<{ page: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return pages.map(({ slug }) => ({ page: slug }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const page = await readParams(params);
  if (!page) return {};
  const { slug, title, description } = page;
  return { title, description, alternates: { types: { "text/markdown": `/docs/${slug}.md` } } };
}

/** One page of the documentation, in the reader's language where it exists in it. */
export default async function DocsTextPage({ params }: PageProps) {
  const page = await readParams(params);
  if (!page) notFound();
  const { slug, language, title, description } = page;
  const wanted = await currentLanguage();
  const { tokens, headings } = readArticle(page);
  return (
    <>
      <EnglishOnly language={language} />
      <LanguageProvider language={language}>
        <div lang={language} className="lg:grid lg:grid-cols-[minmax(0,1fr)_11rem] lg:gap-x-10">
          <article className="min-w-0 text-md">
            <h1 className="font-semibold text-xl">{title}</h1>
            <p className="mt-2 mb-4 max-w-[68ch] text-mute">{description}</p>
            <CopyPage slug={slug} />
            <FoldedContents headings={headings} language={language} />
            <Markdown tokens={tokens} headings={headings} language={language} />
            <PageSteps slug={slug} language={wanted} />
          </article>
          <ContentsColumn headings={headings} language={language} />
        </div>
      </LanguageProvider>
    </>
  );
}

async function readParams(params: PageProps["params"]) {
  return findPageIn(await currentLanguage(), (await params).page);
}
