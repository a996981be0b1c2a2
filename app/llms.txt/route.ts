import { pageGroups } from "@/app/(docs)/docs/_content/pages";

export const dynamic = "force-static";

/** The documentation as machines like to find it (llmstxt.org): each page with a line about it. */
export function GET(): Response {
  const groups = pageGroups.map(({ title, pages }) => {
    const lines = pages.map(
      (page) => `- [${page.title}](/docs/${page.slug}.md): ${page.description}`,
    );
    return [`## ${title}`, "", ...lines].join("\n");
  });
  return new Response(`${[introduction, ...groups, reference].join("\n\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

const introduction = `# Depesza

> An open-source SMS platform you run yourself: sign up, generate a token, and send the first message with one HTTP request.

Examples come in curl, Node, Python, PHP, and Go. Add \`?language=curl|node|python|php|go\` to the URL of a page. For a page in Polish, add \`?lang=pl\`; pages without a translation stay in English.

Agents can send by the Model Context Protocol at \`/api/mcp\` (streamable HTTP, bearer token): see [AI agents](/docs/agents.md). \`send_message\` with \`dry_run: true\` returns the price and \`confirm\`; ask the person you act for, then repeat the call with \`confirm\`.`;

const reference = `## Reference

- [API reference](/docs/reference.md): every operation and event, each on its own page.
- [OpenAPI 3.1](/api/openapi.json): every call with its parameters, responses, and errors.
- [Postman collection](/api/postman.json): every call as a request to run.
- [Everything in one file](/llms-full.txt): all pages and the reference.`;
