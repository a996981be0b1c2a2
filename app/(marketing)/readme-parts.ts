import { monthWords } from "@/lib/language/month-words";
import { checkedOn, choices, comparison, products } from "./comparison";
import { type Figure, figureWords } from "./figures";
import { limits } from "./limits";

/** The parts of the README that come from the landing page's data, by the name of their markers. */
function readmeParts(figures: readonly Figure[]): Record<string, string> {
  return {
    limits: limits.en.map((line) => `- ${line}`).join("\n"),
    comparison: [
      row(["", ...products.map(({ name, source }) => (source ? `[${name}](${source})` : name))]),
      row(["---", ...products.map(() => "---")]),
      ...comparison.map(({ label, cells }) => row([label.en, ...cells.en])),
      "",
      `Checked in ${monthWords("en", checkedOn)}. “–” means not found. ${choices.en.join(" ")}`,
    ].join("\n"),
    figures: figureTable(figures),
  };
}

/** A README's text with these parts between their markers, `<!-- name -->` and `<!-- /name -->`. */
export function fillReadme(text: string, figures: readonly Figure[]): string {
  return Object.entries(readmeParts(figures)).reduce(
    (filled, [name, part]) =>
      filled.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_all, start: string, end: string) => `${start}${part}${part && "\n"}${end}`,
      ),
    text,
  );
}

function figureTable(figures: readonly Figure[]): string {
  const [first] = figures;
  if (!first) return "";
  return [
    "## Figures",
    "",
    `Measured on ${first.date} at commit ${first.commit}, on ${first.cores} shared cores with the database and the client on them.`,
    "",
    row(["", "", "command"]),
    row(["---", "---", "---"]),
    ...figures.map(({ id, value, unit, command }) =>
      row([figureWords.en[id], `${value} ${unit}`, `\`${command}\``]),
    ),
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
