import type { Language } from "@/lib/language/language";
import { lookUp } from "@/lib/language/look-up";

const polish: Record<string, string> = {
  tab: "tabulator",
  "no-break space": "twarda spacja",
  "soft hyphen": "miękki łącznik",
  "en space": "półfiret",
  "em space": "firet",
  "figure space": "spacja cyfrowa",
  "thin space": "cienka spacja",
  "zero-width space": "spacja zerowej szerokości",
  "zero-width non-joiner": "rozłącznik zerowej szerokości",
  "zero-width joiner": "łącznik zerowej szerokości",
  "left-to-right mark": "znacznik kierunku w prawo",
  "right-to-left mark": "znacznik kierunku w lewo",
  "line separator": "separator wierszy",
  "paragraph separator": "separator akapitów",
  "narrow no-break space": "wąska twarda spacja",
  "word joiner": "łącznik wyrazów",
  "emoji variation selector": "selektor odmiany emoji",
  "byte order mark": "znacznik kolejności bajtów",
  backtick: "grawis",
  "acute accent": "akcent ostry",
  "left single quote": "apostrof otwierający",
  "right single quote": "apostrof drukarski",
  "low single quote": "apostrof dolny",
  "left double quote": "cudzysłów otwierający górny",
  "right double quote": "cudzysłów zamykający",
  "low double quote": "cudzysłów dolny",
  "left angle quote": "cudzysłów ostrokątny lewy",
  "right angle quote": "cudzysłów ostrokątny prawy",
  "Unicode hyphen": "łącznik Unicode",
  "no-break hyphen": "twardy łącznik",
  "en dash": "półpauza",
  "em dash": "pauza",
  "minus sign": "znak minus",
  ellipsis: "wielokropek",
  bullet: "punktor",
  "middle dot": "kropka środkowa",
  "multiplication sign": "znak mnożenia",
  "copyright sign": "znak copyright",
  "registered sign": "zastrzeżony znak towarowy",
  "trademark sign": "znak towarowy",
};

const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^letter /, "litera "],
  [/^combining mark /, "znak łączący "],
  [/^invisible character /, "niewidoczny znak "],
  [/^character /, "znak "],
];

/** The name of a character (lib/sms gives it in English) in the language of the page. */
export function characterWords(name: string, language: Language): string {
  if (language === "en") return name;
  const known = lookUp(polish, name);
  if (known) return known;
  const [beginning, word] = beginnings.find(([each]) => each.test(name)) ?? [];
  return beginning && word ? name.replace(beginning, word) : name;
}
