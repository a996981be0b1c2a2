import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CopyPage } from "../_components/copy-page";
import { PageSteps } from "../_components/page-steps";
import { ContentsColumn, FoldedContents } from "../_components/table-of-contents";
import { findPage, pages } from "../_content/pages";
import { Markdown } from "../_render/markdown";
import { headingsOf, parsePage } from "../_render/parse-page";

interface PageProps {
  params: Promise<{ page: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return pages.map(({ slug }) => ({ page: slug }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { page: slug } = await params;
  const page = findPage(slug);
  if (!page) return {};
  const { title, description } = page;
  return { title, description, alternates: { types: { "text/markdown": `/docs/${slug}.md` } } };
}

/** One page of the documentation, made at build time. */
export default async function DocsTextPage({ params }: PageProps) {
  const { page: slug } = await params;
  const page = findPage(slug);
  if (!page) notFound();
  const tokens = parsePage(slug);
  const headings = headingsOf(tokens);
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_11rem] lg:gap-x-10">
      <article className="min-w-0 text-md">
        <h1 className="font-semibold text-xl">{page.title}</h1>
        <p className="mt-2 mb-4 max-w-[68ch] text-mute">{page.description}</p>
        <CopyPage slug={slug} />
        <FoldedContents headings={headings} />
        <Markdown tokens={tokens} />
        <PageSteps slug={slug} />
      </article>
      <ContentsColumn headings={headings} />
    </div>
  );
}
