import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Language } from "@/lib/language/language";
import { SnippetTabs } from "../_components/snippet-tabs";
import { languages } from "../_content/languages";
import { hasShell, readSnippet } from "../_content/read-snippet";
import { docsWords } from "../words";
import { codeHtml } from "./code-html";

interface SnippetProps {
  call: string;
  /** The language of the line with the requirements; without it the line is omitted. */
  needsIn?: Language;
}

/** One call in all languages: the very files that the tests run. */
export async function Snippet({ call, needsIn }: SnippetProps) {
  const withShell = hasShell(call);
  const panels = await Promise.all(
    languages
      .filter(({ id }) => id !== "shell" || withShell)
      .map(async ({ id, grammar, needs }) => ({
        language: id,
        needs,
        html: await codeHtml(readSnippet(call, id), grammar),
      })),
  );
  return (
    <SnippetTabs call={call} hasShell={withShell}>
      {panels.map(({ language, needs, html }) => (
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
          {needsIn && (
            <p className="border-line border-t px-3 py-2 text-mute text-sm">
              {docsWords[needsIn].requires(needs[needsIn])}
            </p>
          )}
        </div>
      ))}
    </SnippetTabs>
  );
}
