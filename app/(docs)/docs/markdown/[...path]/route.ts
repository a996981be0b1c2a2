import { markdownResponse, readMarkdownInput } from "../../_content/markdown-response";
import { findPageIn } from "../../_content/pages-in";
import { readPageIn } from "../../_content/read-page";
import { indexMarkdown, partMarkdown } from "../../reference/_document/to-markdown";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ path: string[] }>;
}

/** A page as Markdown, its examples in the reader's language; next.config.mjs leads `/docs/<page>.md` here. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [slug = "", part, ...more] = (await params).path;
  const input = readMarkdownInput(request);
  if (more.length > 0) return markdownResponse(undefined);
  if (slug === "reference") {
    return markdownResponse(part ? partMarkdown(part, input.origin) : indexMarkdown(input.origin));
  }
  const page = part === undefined ? findPageIn(input.lang, slug) : undefined;
  return markdownResponse(page && readPageIn(input, page));
}
