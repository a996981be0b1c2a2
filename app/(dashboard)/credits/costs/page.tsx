import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Choice } from "@/components/ui/choice";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { CostQuery, costGroupings } from "@/lib/costs/contract";
import { readMonths } from "@/lib/costs/read-months";
import { sumCosts } from "@/lib/costs/sum-costs";
import { panelUrl } from "@/lib/operations/panel-contract";
import { getCosts } from "@/lib/payments/get-costs";
import { requireActor } from "@/lib/sign-in/session";
import { CostChart } from "./_components/cost-chart";
import { CostForm } from "./_components/cost-form";
import { CostGroups } from "./_components/cost-groups";
import { costsPath, costsQuery } from "./costs-path";
import { timesOf } from "./times-of";
import { valuer } from "./valuer";
import { costsWords } from "./words";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(costsWords)).title };
}

const shownGroups = 50;

/** What messages cost by month, sender, token, campaign, or country: a chart, a table, and a file. */
export default async function CostsPage({ searchParams }: Props) {
  const { by, ...asked } = CostQuery.parse(await searchParams);
  const shown = { by, months: readMonths(asked) };
  const actor = await requireActor(costsPath(shown));
  const [words, costs, report] = await Promise.all([
    wordsOf(costsWords),
    getCosts({ actor }),
    sumCosts({ actor, input: { ...shown, limit: shownGroups } }),
  ]);
  const { from, to } = shown.months;
  const groupings = costGroupings.map((each) => ({
    name: words.by[each],
    href: costsPath({ ...shown, by: each }),
    isChosen: each === by,
  }));
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href="/credits">{words.back}</ButtonLink>}
      />
      <div className="grid grid-cols-1 gap-6">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <Choice label={words.groupBy} options={groupings} />
          <CostForm shown={shown} />
        </div>
        {!report.isComplete && (
          <Notice tone="warn" title={words.unfinished}>
            <p>{words.unfinishedMeaning}</p>
          </Notice>
        )}
        <section>
          <SectionHeading
            title={words.span(from, to)}
            lead={words.spent(report.total.credits)}
            actions={
              <a
                href={panelUrl("/api/panel/costs.csv", {}, costsQuery(shown))}
                download
                className={buttonClass()}
              >
                {words.csv}
              </a>
            }
          />
          {report.groups.length === 0 ? (
            <p className="border-line border-t py-4 text-mute">{words.none}</p>
          ) : (
            <div className="grid grid-cols-1 gap-8">
              <CostChart report={report} shown={shown} times={timesOf(shown.months)} />
              <CostGroups report={report} shown={shown} worthOf={valuer(words, shown, costs)} />
            </div>
          )}
        </section>
      </div>
    </>
  );
}
