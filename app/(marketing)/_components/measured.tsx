import { currentLanguage } from "@/components/language/current-language";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { numberWords } from "@/lib/language/count-words";
import { figureWords } from "../figures";
import { readFigures } from "../read-figures";
import type { LandingWords } from "../words";
import { Section } from "./section";
import { cellLook, headLook, tableLook } from "./table-look";
import { TextWithCode } from "./text-with-code";

/** The figures of the last `npm run figures`, each with its command; nothing where none were measured. */
export async function Measured({ words }: { words: LandingWords }) {
  const language = await currentLanguage();
  const figures = readFigures();
  const [first] = figures;
  if (!first) return null;
  const { what, value, command } = words.figuresHead;
  return (
    <Section
      id="figures"
      title={words.figuresTitle}
      lead={words.figures(first.cores, first.date, first.commit)}
      isWide
    >
      <ScrollRegion as="section" className="overflow-x-auto">
        <table className={tableLook}>
          <thead className={headLook}>
            <tr>
              {[what, value, command].map((heading) => (
                <th key={heading} scope="col" className={cellLook}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.id} className="border-line border-t align-top">
                <th scope="row" className={cellLook}>
                  <TextWithCode text={figureWords[language][figure.id]} />
                </th>
                <td className={`${cellLook} whitespace-nowrap font-mono tabular-nums`}>
                  {numberWords(language, figure.value)} {figure.unit}
                </td>
                <td className={`${cellLook} font-mono text-mute text-sm`}>{figure.command}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
