import { parseEnv } from "@/lib/core/env";
import { envTable } from "@/lib/core/env-example";
import { type ErrorCode, errorTable } from "@/lib/core/errors";
import type { Language } from "@/lib/language/language";
import { reasonAdvice } from "@/lib/messages/reason-advice";
import { figureNames, figureOf } from "@/lib/metrics/figures";
import { septetsOf } from "@/lib/sms/gsm-alphabet";
import { commonSettings, kindSettings, routeSettings } from "./carrier-tables";
import { keptTable } from "./kept-table";
import { type TableWords, tableWords } from "./table-words";

const tables = {
  errors,
  settings,
  figures,
  "gsm-alphabet": gsmAlphabet,
  "webhook-retries": webhookRetries,
  reasons: (_words, language) => reasonTable("reason", language),
  "wait-reasons": (_words, language) => reasonTable("wait_reason", language),
  "carrier-settings": ({ carriers }) => commonSettings(carriers),
  "carrier-kinds": ({ carriers }) => kindSettings(carriers),
  "carrier-routes": ({ carriers }) => routeSettings(carriers),
  kept: ({ kept }) => keptTable(kept),
} satisfies Record<string, (words: TableWords, language: Language) => string>;

export type GeneratedTable = keyof typeof tables;

/** A Markdown table made from the sources that the product itself uses. */
export function generateTable(name: GeneratedTable, language: Language): string {
  return tables[name](tableWords[language], language);
}

function errors(words: TableWords): string {
  const retryWord = (code: string, retryable: boolean) => {
    if (retryable) return words.retry.yes;
    return code === ("conflict" satisfies ErrorCode) ? words.retry.sometimes : words.retry.no;
  };
  const rows = Object.entries(errorTable).map(([code, { status, title, retryable }]) => {
    return [
      String(status),
      `[\`${code}\`](#${code})`,
      words.titles[code] ?? title,
      retryWord(code, retryable),
    ];
  });
  return table(words.errors, rows);
}

/** An address in a description is an example and not a link. */
function settings(words: TableWords): string {
  return words.settings(envTable()).replaceAll(/(?<!`)https?:\/\/[\w.:]+\w/g, "`$&`");
}

/** Every figure of `GET /api/metrics`; those of a process have the label `process` besides. */
function figures(words: TableWords): string {
  const rows = figureNames.map((name) => {
    const { kind, labels, isOfInstallation, help } = figureOf(name);
    const isBare = isOfInstallation || labels.includes("process") || name === "depesza_build_info";
    const all = isBare ? labels : [...labels, "process"];
    return [`\`${name}\``, kind, all.map((label) => `\`${label}\``).join(", ") || "–", help];
  });
  return table(words.figures, rows);
}

/** The characters of the GSM alphabet other than letters and digits. */
function gsmAlphabet(words: TableWords): string {
  const beyondAscii = (septets: number) =>
    Array.from({ length: 0x2100 }, (_gap, code) => code)
      .filter((code) => code > 0x20 && septetsOf(code) === septets)
      .map((code) => String.fromCharCode(code))
      .filter((character) => !/[A-Za-z0-9]/.test(character))
      .map((character) => `\`${character === "|" ? "\\|" : character}\``)
      .join(" ");
  return table(words.gsm, [
    ["1", `${words.plainCharacters}, ${beyondAscii(1)}`],
    ["2", beyondAscii(2)],
  ]);
}

/** The schedule as it is when nobody has set another. */
function webhookRetries(words: TableWords): string {
  const waits = parseEnv({}).WEBHOOK_RETRY_SCHEDULE;
  let sinceEvent = 0;
  const rows = waits.map((seconds, place) => {
    sinceEvent += seconds;
    return [String(place + 1), inWords(seconds, words), inWords(sinceEvent, words)];
  });
  return table(words.retries, rows);
}

function reasonTable(field: "reason" | "wait_reason", language: Language): string {
  const rows = Object.entries(reasonAdvice)
    .filter(([, each]) => each.field === field)
    .map(([code, { [language]: words }]) => [`\`${code}\``, words.meaning, words.advice]);
  return table([`\`${field}\``, ...tableWords[language].reasons], rows);
}

function inWords(seconds: number, { immediately }: TableWords): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map((part) => part.join(" "));
  return words.join(" ") || immediately;
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
