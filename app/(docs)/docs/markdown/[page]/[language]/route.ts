import { languageOf, languages } from "../../../_content/languages";
import { findPage, pages } from "../../../_content/pages";
import { readPageIn } from "../../../_content/read-page";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return pages.flatMap(({ slug }) => languages.map(({ id }) => ({ page: slug, language: id })));
}

interface Context {
  params: Promise<{ page: string; language: string }>;
}

/** A page as Markdown; next.config.mjs leads `/docs/<page>.md` here, in the reader's language. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { page: slug, language } = await params;
  const page = findPage(slug);
  if (!page) return new Response("There is no such page.\n", { status: 404 });
  return new Response(readPageIn(languageOf(language), page), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
}
