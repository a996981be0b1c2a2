import { parseEnv } from "@/lib/core/env";
import { envTable } from "@/lib/core/env-example";
import { type ErrorCode, errorTable } from "@/lib/core/errors";
import { reasonAdvice } from "@/lib/messages/reason-advice";
import { septetsOf } from "@/lib/sms/gsm-alphabet";

const tables = {
  errors,
  settings,
  "gsm-alphabet": gsmAlphabet,
  "webhook-retries": webhookRetries,
  reasons: () => reasonTable("reason"),
  "wait-reasons": () => reasonTable("wait_reason"),
};

export type GeneratedTable = keyof typeof tables;

/** A Markdown table whose facts come from where the product itself takes them. */
export function generateTable(name: GeneratedTable): string {
  return tables[name]();
}

function errors(): string {
  const rows = Object.entries(errorTable).map(([code, { status, title, retryable }]) => {
    return [String(status), `[\`${code}\`](#${code})`, title, isWorthRepeating(code, retryable)];
  });
  return table(["Status", "Code", "Meaning", "Repeat the request?"], rows);
}

function isWorthRepeating(code: string, retryable: boolean): string {
  if (retryable) return "Yes, after `Retry-After`";
  return (code satisfies string) === ("conflict" satisfies ErrorCode)
    ? "Only with `Retry-After`"
    : "No";
}

/** An address in a description is an example and not a link. */
function settings(): string {
  return envTable().replaceAll(/(?<!`)https?:\/\/[\w.:]+\w/g, "`$&`");
}

/** The characters that fit the GSM alphabet beside letters and digits, which need no saying. */
function gsmAlphabet(): string {
  const beyondAscii = (septets: number) =>
    Array.from({ length: 0x2100 }, (_gap, code) => code)
      .filter((code) => code > 0x20 && septetsOf(code) === septets)
      .map((code) => String.fromCharCode(code))
      .filter((character) => !/[A-Za-z0-9]/.test(character))
      .map((character) => `\`${character === "|" ? "\\|" : character}\``)
      .join(" ");
  return table(
    ["Counts as", "Characters"],
    [
      ["1", `A–Z, a–z, 0–9, space, line break, ${beyondAscii(1)}`],
      ["2", beyondAscii(2)],
    ],
  );
}

/** The schedule as it is when nobody has set another. */
function webhookRetries(): string {
  const waits = parseEnv({}).WEBHOOK_RETRY_SCHEDULE;
  let sinceEvent = 0;
  const rows = waits.map((seconds, place) => {
    sinceEvent += seconds;
    return [String(place + 1), inWords(seconds), inWords(sinceEvent)];
  });
  return table(["Attempt", "After the previous one", "After the event"], rows);
}

function reasonTable(field: "reason" | "wait_reason"): string {
  const rows = Object.entries(reasonAdvice)
    .filter(([, each]) => each.field === field)
    .map(([code, { en }]) => [`\`${code}\``, en.meaning, en.advice]);
  return table([`\`${field}\``, "Meaning", "What to do"], rows);
}

function inWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map((part) => part.join(" "));
  return words.join(" ") || "immediately";
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
