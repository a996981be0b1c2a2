import { CountTable } from "@/components/charts/count-table";
import { OutcomeLegend, StackedBars } from "@/components/charts/stacked-bars";
import { wordsOf } from "@/components/language/current-language";
import { Choice } from "@/components/ui/choice";
import { SectionHeading } from "@/components/ui/heading";
import { type Bar, ranges } from "@/lib/traffic/contract";
import { logPath } from "../log-path";
import { overviewPath, type Shown } from "../overview-path";
import { overviewWords } from "../words";
import { RangeForm } from "./range-form";

interface OutcomeChartProps {
  bars: Bar[];
  /** Whose days and hours they are. */
  zone: string;
  shown: Shown;
}

/** The messages of a span of time by outcome, as a chart or as the table that says the same. */
export async function OutcomeChart({ bars, zone, shown }: OutcomeChartProps) {
  const words = await wordsOf(overviewWords);
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const hrefOf = ({ from, until }: Bar) => logPath({ since: from, until, test: shown.test });
  const rangeOptions = ranges.map((range) => ({
    name: words.ranges[range],
    href: overviewPath({ ...shown, range }),
    isChosen: shown.range === range,
  }));
  const viewOptions = [false, true].map((isTable) => ({
    name: words.views[isTable ? "table" : "chart"],
    href: overviewPath({ ...shown, isTable }),
    isChosen: shown.isTable === isTable,
  }));
  return (
    <section>
      <SectionHeading
        title={words.chart}
        lead={words.total(total)}
        actions={
          <>
            <Choice label={words.range} options={rangeOptions} />
            <Choice label={words.view} options={viewOptions} />
          </>
        }
      />
      <RangeForm shown={shown} />
      {shown.isTable ? (
        <CountTable bars={bars} zone={zone} label={words.chart} hrefOf={hrefOf} />
      ) : (
        <>
          <StackedBars bars={bars} zone={zone} label={words.chart} hrefOf={hrefOf} />
          <OutcomeLegend bars={bars} />
        </>
      )}
    </section>
  );
}
