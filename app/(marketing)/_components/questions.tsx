import type { LandingWords } from "../words";
import { Section } from "./section";

/** What people ask before they begin; folded, and open without any script. */
export function Questions({ words }: { words: LandingWords }) {
  return (
    <Section id="questions" title={words.questions}>
      {words.answers.map(([question, answer]) => (
        <details key={question} className="border-line border-b">
          <summary className="cursor-pointer py-3 font-medium text-md">{question}</summary>
          <p className="max-w-[68ch] pb-4 text-md text-mute">{answer}</p>
        </details>
      ))}
    </Section>
  );
}
