import { currentLanguage } from "@/components/language/current-language";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { checkedOn, choices, comparison, products } from "../comparison";
import type { LandingWords } from "../words";
import { Section } from "./section";
import { cellLook, headLook, tableLook } from "./table-look";

/** The product compared with others that send messages: the same table as in the README. */
export async function Compared({ words }: { words: LandingWords }) {
  const language = await currentLanguage();
  return (
    <Section id="compare" title={words.compareTitle} lead={words.compareChecked(checkedOn)} isWide>
      <ScrollRegion as="section" className="overflow-x-auto">
        <table className={`${tableLook} min-w-[52rem]`}>
          <thead className={headLook}>
            <tr>
              <th scope="col" className={cellLook}>
                <span className="sr-only">{words.compareHead}</span>
              </th>
              {products.map(({ name, source }) => (
                <th key={name} scope="col" className={`${cellLook} font-semibold text-ink`}>
                  {source ? (
                    <a href={source} rel="noreferrer" className="link">
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.map(({ label, cells }) => (
              <tr key={label.en} className="border-line border-t align-top">
                <th scope="row" className={`${cellLook} text-mute`}>
                  {label[language]}
                </th>
                {cells[language].map((cell, place) => (
                  <td key={place} className={`${cellLook} ${place === 0 ? "font-medium" : ""}`}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ul className="mt-4 max-w-[68ch] space-y-1 text-md">
        {choices[language].map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    </Section>
  );
}
