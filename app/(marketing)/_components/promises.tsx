import type { LandingWords } from "../words";

/** What holds for every message. */
export function Promises({ words }: { words: LandingWords }) {
  return (
    <section id="promises" aria-labelledby="promises-title" className="mt-14">
      <h2 id="promises-title" className="mb-2 font-semibold text-lg">
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
      </dl>
    </section>
  );
}
