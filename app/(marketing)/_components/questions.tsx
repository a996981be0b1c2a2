import type { LandingWords } from "./hero";

/** What people ask before they begin; folded, and open without any script. */
export function Questions({ words }: { words: LandingWords }) {
  return (
    <section aria-labelledby="questions" className="mt-14 mb-16">
      <h2 id="questions" className="mb-2 font-semibold text-lg">
        {words.questions}
      </h2>
      {words.answers.map(([question, answer]) => (
        <details key={question} className="border-line border-b">
          <summary className="cursor-pointer py-3 font-medium text-md">{question}</summary>
          <p className="max-w-[68ch] pb-4 text-md text-mute">{answer}</p>
        </details>
      ))}
    </section>
  );
}
