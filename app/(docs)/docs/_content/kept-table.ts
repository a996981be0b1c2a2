import { defaultDays } from "@/lib/retention/contract";
import { kept, keptFiles, partsOfRows } from "@/lib/retention/kept";
import type { KeptWords } from "./table-words";

type Kept =
  | (typeof kept)[keyof typeof kept]
  | (typeof keptFiles)[keyof typeof keptFiles]
  | { as: keyof typeof defaultDays };

/** For how long each table is kept, and the columns that go before their rows. */
export function keptTable(words: KeptWords): string {
  const tables = Object.entries(kept).map(([name, each]) => rowOf(`\`${name}\``, each));
  const columns = Object.entries(partsOfRows).flatMap(([table, parts]) =>
    Object.entries(parts).map(([column, each]) => rowOf(`\`${table}.${column}\``, each)),
  );
  const files = Object.entries(keptFiles).map(([name, each]) => rowOf(`${name}, as files`, each));
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rows = [...tables, ...columns, ...files];
  return [line(words.header), line(words.header.map(() => "---")), ...rows].join("\n");
}

function rowOf(name: string, each: Kept): string {
  const why = "because" in each ? each.because : "";
  return `| ${name} | ${timeOf(each)} | ${why} |`;
}

function timeOf(each: Kept): string {
  if ("forEver" in each) return "always";
  if ("until" in each) return `until ${each.until}`;
  if ("setting" in each) return `\`${each.setting}\` days`;
  if ("as" in each) return `${defaultDays[each.as]} days, or as set`;
  if (each.forDays >= 1) return `${each.forDays} ${each.forDays === 1 ? "day" : "days"}`;
  return `${Math.round(each.forDays * 24)} h`;
}
