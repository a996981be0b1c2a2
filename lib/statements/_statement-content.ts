import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { publicId } from "../core/ids";
import { noteWords } from "../credits/note-words";
import type { PdfContent, PdfTable } from "../documents/pdf-content";
import type { Statement } from "./get-statement";
import { statementWords } from "./words";

type SaidWords = (typeof statementWords)["en"];

const dayMs = 86_400_000;

/** A statement as a PDF file says it, in the language of whoever downloads it. */
export async function statementContent(actor: Actor, statement: Statement): Promise<PdfContent> {
  const { language } = actor;
  const words = statementWords[language];
  const { month, asOf, isOver } = statement;
  const first = new Date(`${month}-01T00:00:00Z`);
  const end = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1);
  const gains = gainTable(actor, statement, words);
  const senders = senderTable(statement, words);
  return {
    language,
    title: words.title,
    mark: words.month(month),
    lead: words.lead,
    facts: [
      [words.account, await accountLine(actor)],
      [words.period, words.span(first, new Date(end - dayMs))],
      [words.asOf, `${words.moment(asOf)} UTC`],
    ],
    tables: [
      summaryTable(statement, words),
      ...(gains.rows.length > 0 ? [gains] : []),
      ...(senders.rows.length > 0 ? [senders] : []),
    ],
    notes: isOver ? [] : [words.unfinished],
    footer: new URL(appUrl()).host,
  };
}

async function accountLine({ accountId }: Actor): Promise<string> {
  const [account] = await db()
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const id = publicId("acc", accountId);
  return account?.name ? `${account.name}, ${id}` : id;
}

function summaryTable({ opening, closing, totals }: Statement, words: SaidWords): PdfTable {
  const kinds = ["grant", "topup", "reversal", "charge", "refund"] as const;
  return {
    columns: [
      { head: words.summary, share: 3 },
      { head: words.credits, share: 1, isFigure: true },
    ],
    rows: [
      [words.opening, words.number(opening)],
      ...kinds
        .filter((kind) => kind !== "reversal" || totals[kind] !== 0)
        .map((kind) => [words.kinds[kind], words.signed(totals[kind])]),
    ],
    total: [words.closing, words.number(closing)],
  };
}

function gainTable({ language }: Actor, statement: Statement, words: SaidWords): PdfTable {
  const { gains, furtherGains, totals } = statement;
  const further = (["grant", "topup", "reversal"] as const).filter((kind) => furtherGains[kind]);
  return {
    heading: words.gains,
    columns: [
      { head: words.time, share: 2.2 },
      { head: words.type, share: 1.4 },
      { head: words.note, share: 5 },
      { head: words.credits, share: 1.6, isFigure: true },
    ],
    rows: [
      ...gains.map(({ id, kind, at, note, credits }) => [
        words.moment(at),
        words.kinds[kind],
        [noteWords(language, note ?? ""), ...(kind === "topup" ? [publicId("pay", id)] : [])]
          .filter(Boolean)
          .join(", "),
        words.signed(credits),
      ]),
      ...further.map((kind) => [
        "",
        words.kinds[kind],
        words.further,
        words.signed(furtherGains[kind]),
      ]),
    ],
    total: ["", words.total, "", words.signed(totals.grant + totals.topup + totals.reversal)],
  };
}

function senderTable({ senders, rest, totals }: Statement, words: SaidWords): PdfTable {
  const { groups, others } = senders;
  const row = (name: string, messages: string, { charged, refunded }: Statement["rest"]) => [
    name,
    messages,
    words.number(charged),
    words.number(refunded),
    words.signed(refunded - charged),
  ];
  return {
    heading: words.spending,
    columns: [
      { head: words.sender, share: 3 },
      ...[words.messages, words.charged, words.refunded, words.net].map((head) => {
        return { head, share: 1.4, isFigure: true };
      }),
    ],
    rows: [
      ...groups
        .filter(({ isRest }) => !isRest)
        .map((each) => row(each.key ?? "", words.number(each.messages), each)),
      ...(others.groups > 0
        ? [row(words.others(others.groups), words.number(others.messages), others)]
        : []),
      ...(rest.charged !== 0 || rest.refunded !== 0 ? [row(words.rest, "", rest)] : []),
    ],
    total: row(words.total, words.number(senders.total.messages), {
      charged: -totals.charge,
      refunded: totals.refund,
    }),
  };
}
