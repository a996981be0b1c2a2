import { CodeBlock } from "@/components/ui/code-block";
import type { LandingWords } from "./hero";

/** What can be relied on, and how to have it on a machine of one's own. */
export function OwnMachine({ words }: { words: LandingWords }) {
  return (
    <section aria-labelledby="facts" className="mt-14">
      <h2 id="facts" className="mb-2 font-semibold text-lg">
        {words.facts}
      </h2>
      <dl>
        {words.promises.map(([term, fact]) => (
          <div
            key={term}
            className="grid gap-x-14 gap-y-1 border-line border-b py-4 md:grid-cols-12"
          >
            <dt className="font-semibold text-md md:col-span-4">{term}</dt>
            <dd className="max-w-[68ch] text-md text-mute md:col-span-8">{fact}</dd>
          </div>
        ))}
        <div className="grid gap-x-14 gap-y-3 border-line border-b py-4 md:grid-cols-12">
          <dt className="font-semibold text-md md:col-span-4">{words.ownTitle}</dt>
          <dd className="min-w-0 text-md text-mute md:col-span-8">
            <p className="mb-3 max-w-[68ch]">{words.own}</p>
            <CodeBlock label={words.ownCommands} code="npm start" />
          </dd>
        </div>
      </dl>
    </section>
  );
}
