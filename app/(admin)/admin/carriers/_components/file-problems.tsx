import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Notice } from "@/components/ui/notice";
import type { CarriersReport } from "@/lib/administration/get-carriers";
import { carriersWords } from "../words";

/** What is wrong with carriers.json, by line. */
export async function FileProblems({ report }: { report: CarriersReport }) {
  const words = (await wordsOf(carriersWords)).problems;
  return (
    <Notice tone="bad" title={words.title}>
      <ul className="space-y-1">
        {report.problems.map(({ line, problem }) => (
          <li key={`${line} ${problem}`} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3">
            <span className="font-mono text-sm leading-5 tabular-nums">{words.line(line)}</span>
            <OutsideText className="wrap-anywhere" text={problem} />
          </li>
        ))}
      </ul>
      <p className="text-mute">{report.routeCount === 0 ? words.nothing : words.kept}</p>
    </Notice>
  );
}
