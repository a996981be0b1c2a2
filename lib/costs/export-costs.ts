import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { publicId } from "../core/ids";
import { streamCsv } from "../core/stream-csv";
import type { CostGrouping } from "./contract";
import type { CostGroup, CostSums } from "./read-groups";
import type { Months } from "./read-months";
import { sumCosts } from "./sum-costs";

/** Further groups are one line. */
const maxLines = 10_000;

interface Wanted {
  actor: Actor;
  input: { by: CostGrouping; months: Months; separator?: Separator };
}

/**
 * A report of costs as CSV (RFC 4180, UTF-8 with a byte order mark): a line a group, the most expensive first, then the sum
 * of all. Throws forbidden without `read_credits`.
 */
export async function exportCosts({ actor, input }: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_credits");
  const { by, months, separator = "," } = input;
  const { groups, others, total } = await sumCosts({
    actor,
    input: { by, months, limit: maxLines },
  });
  const lines: Line[] = [
    ...groups.map((group) => ({ cells: cellsOf(by, group), sums: group })),
    ...(others.groups > 0 ? [lineOf("others", others)] : []),
    lineOf("total", total),
  ];
  return streamCsv({
    heading: [by, "name", "messages", "refunded_messages", "charged", "refunded", "credits"],
    pages: recordedPages({ actor, input: { file: "costs", format: "csv" } }, pagesOf(lines)),
    toCells: ({ cells, sums }) => [
      ...cells,
      sums.messages,
      sums.refundedMessages,
      sums.charged,
      sums.refunded,
      sums.credits,
    ],
    separator,
  });
}

interface Line {
  cells: [string, string];
  sums: CostSums;
}

function lineOf(name: string, sums: CostSums): Line {
  return { cells: ["", name], sums };
}

const nameless: Partial<Record<CostGrouping, string>> = {
  token: "dashboard",
  campaign: "no campaign",
  country: "unknown",
};

function cellsOf(by: CostGrouping, { key, isRest, name }: CostGroup): [string, string] {
  if (isRest) return ["", "unknown messages"];
  if (key === null) return ["", nameless[by] ?? ""];
  if (by === "token") return [publicId("tok", key), name ?? ""];
  if (by === "campaign") return [publicId("cmp", key), name ?? ""];
  return [key, ""];
}

async function* pagesOf(lines: Line[]): AsyncGenerator<Line[], undefined> {
  yield lines;
}
