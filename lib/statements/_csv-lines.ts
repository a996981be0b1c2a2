import { publicId } from "../core/ids";
import type { Gain } from "../credits/list-gains";
import type { Statement } from "./get-statement";

/** Type, time, name, note, messages, credits, and balance. */
export type CsvLine = readonly [
  string,
  Date | null,
  string,
  string,
  number | null,
  number | null,
  number | null,
];

/** A statement as lines: the opening balance and the credits of all lines add up to the closing balance. */
export function csvLines(statement: Statement): CsvLine[] {
  const { month, asOf, isOver, opening, closing } = statement;
  const start = new Date(`${month}-01T00:00:00Z`);
  const end = isOver ? nextMonth(start) : asOf;
  return [
    ["opening", start, "", "", null, null, opening],
    ...statement.gains.map(gainLine),
    ...furtherLines(statement),
    ...senderLines(statement),
    ["closing", end, "", "", null, null, closing],
  ];
}

function nextMonth(start: Date): Date {
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1));
}

function gainLine({ id, kind, credits, note, at }: Gain): CsvLine {
  return [kind, at, kind === "topup" ? publicId("pay", id) : "", note ?? "", null, credits, null];
}

function furtherLines({ furtherGains }: Statement): CsvLine[] {
  return Object.entries(furtherGains)
    .filter(([, credits]) => credits !== 0)
    .map(([kind, credits]) => [kind, null, "further", "", null, credits, null]);
}

/** A line for what was charged, and one for what was refunded, of each sender. */
function senderLines({ senders: { groups, others }, rest }: Statement): CsvLine[] {
  const named = groups
    .filter(({ isRest }) => !isRest)
    .map((each) => ({ ...each, name: each.key ?? "" }));
  const unknown = { ...rest, messages: null, refundedMessages: null, name: "unknown messages" };
  return [...named, { ...others, name: "others" }, unknown].flatMap((each): CsvLine[] => [
    ...(each.charged === 0
      ? []
      : [["charge", null, each.name, "", each.messages, -each.charged, null] as const]),
    ...(each.refunded === 0
      ? []
      : [["refund", null, each.name, "", each.refundedMessages, each.refunded, null] as const]),
  ]);
}
