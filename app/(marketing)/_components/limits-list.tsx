import { currentLanguage } from "@/components/language/current-language";
import { limits } from "../limits";
import type { LandingWords } from "../words";
import { Section } from "./section";
import { TextWithCode } from "./text-with-code";

/** What it does not do: the same list as in the README. */
export async function LimitsList({ words }: { words: LandingWords }) {
  return (
    <Section id="limits" title={words.limitsTitle}>
      <ul className="max-w-[68ch] list-disc space-y-1 pl-4 text-md marker:text-mute">
        {limits[await currentLanguage()].map((limit) => (
          <li key={limit}>
            <TextWithCode text={limit} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
