import { ScrollRegion } from "@/components/ui/scroll-region";
import { SnippetTabs } from "../_components/snippet-tabs";
import { languages } from "../_content/languages";
import { readSnippet } from "../_content/read-snippet";
import { codeHtml } from "./code-html";

/** One call in all languages: the very files that the tests run. */
export async function Snippet({ call }: { call: string }) {
  const panels = await Promise.all(
    languages.map(async ({ id, grammar }) => ({
      language: id,
      html: await codeHtml(readSnippet(call, id), grammar),
    })),
  );
  return (
    <SnippetTabs call={call}>
      {panels.map(({ language, html }) => (
        <div
          key={language}
          role="tabpanel"
          id={`${call}-${language}`}
          aria-labelledby={`${call}-${language}-tab`}
          data-language={language}
          className="snippet-panel"
        >
          <ScrollRegion as="pre" className="overflow-x-auto p-3 font-mono text-sm">
            <code dangerouslySetInnerHTML={{ __html: html }} />
          </ScrollRegion>
        </div>
      ))}
    </SnippetTabs>
  );
}
