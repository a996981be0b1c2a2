import { ScrollRegion } from "@/components/ui/scroll-region";
import { SnippetTabs } from "../_components/snippet-tabs";
import { languages } from "../_content/languages";
import { hasShell, readSnippet } from "../_content/read-snippet";
import { codeHtml } from "./code-html";

interface SnippetProps {
  call: string;
  /** Whether each language says what to install. */
  showsNeeds?: boolean;
}

/** One call in all languages: the very files that the tests run. */
export async function Snippet({ call, showsNeeds = false }: SnippetProps) {
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
          {showsNeeds && (
            <p className="border-line border-t px-3 py-2 text-mute text-sm">Requires {needs}.</p>
          )}
        </div>
      ))}
    </SnippetTabs>
  );
}
