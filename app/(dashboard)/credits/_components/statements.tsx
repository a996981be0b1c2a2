import { wordsOf } from "@/components/language/current-language";
import { Folded } from "@/components/ui/folded";
import { SectionHeading } from "@/components/ui/heading";
import type { Actor } from "@/lib/core/actor";
import { panelUrl } from "@/lib/operations/panel-contract";
import { listStatements, type StatementSummary } from "@/lib/statements/list-statements";
import { creditsWords } from "../words";
import { SumTable } from "./sum-table";

/** So many months are shown without unfolding the others. */
const shownMonths = 12;

/** The statement of each month: its balances, and its files. */
export async function Statements({ actor }: { actor: Actor }) {
  const [words, statements] = await Promise.all([wordsOf(creditsWords), listStatements({ actor })]);
  const earlier = statements.slice(shownMonths);
  return (
    <section id="statements">
      <SectionHeading title={words.statements} lead={words.statementsLead} />
      <StatementTable statements={statements.slice(0, shownMonths)} words={words} />
      {earlier.length > 0 && (
        <Folded summary={words.earlier}>
          <StatementTable statements={earlier} words={words} />
        </Folded>
      )}
    </section>
  );
}

interface StatementTableProps {
  statements: StatementSummary[];
  words: (typeof creditsWords)["en"];
}

function StatementTable({ statements, words }: StatementTableProps) {
  return (
    <SumTable
      caption={words.statements}
      heads={[words.month, words.opening, words.gained, words.spent, words.closing, words.files]}
      rows={statements.map(({ month, opening, gained, spent, closing }) => ({
        key: month,
        name: words.monthName(month),
        sums: [
          words.number(opening),
          words.number(gained),
          words.number(spent),
          words.number(closing),
          <StatementFiles key="files" month={month} words={words} />,
        ],
      }))}
    />
  );
}

function StatementFiles({ month, words }: { month: string; words: StatementTableProps["words"] }) {
  const files = [
    ["PDF", "/api/panel/statement.pdf"],
    ["CSV", "/api/panel/statement.csv"],
  ] as const;
  return (
    <span className="inline-flex gap-4 font-sans">
      {files.map(([format, path]) => (
        <a
          key={format}
          href={panelUrl(path, {}, `?month=${month}`)}
          download
          aria-label={words.file(words.monthName(month), format)}
          className="link"
        >
          {format}
        </a>
      ))}
    </span>
  );
}
