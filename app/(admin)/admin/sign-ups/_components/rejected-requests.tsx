import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { numberWords } from "@/lib/language/count-words";
import { lookUp } from "@/lib/language/look-up";
import type { RefusalCount } from "@/lib/onboarding/count-refusals";
import { RowTable } from "../../_components/row-table";
import { signUpsWords } from "../words";

/** What the API rejects of new accounts, by code. */
export async function RejectedRequests({ refusals }: { refusals: readonly RefusalCount[] }) {
  const [words, language] = await Promise.all([wordsOf(signUpsWords), currentLanguage()]);
  const isEmpty = refusals.length === 0;
  const figure = (count: number) => (
    <span key="figure" className="font-mono tabular-nums">
      {numberWords(language, count)}
    </span>
  );
  return (
    <section>
      <SectionHeading
        title={words.refusals}
        lead={isEmpty ? words.noRefusals : words.refusalsLead}
      />
      {!isEmpty && (
        <RowTable
          caption={words.refusals}
          columns={Object.values(words.refusalColumns)}
          rows={refusals.map(({ status, code, day, week, accounts }) => ({
            id: `${status} ${code}`,
            cells: [
              <span key="code">
                {lookUp(words.codes, code) ?? code}{" "}
                <span className="font-mono text-mute">
                  {status} {code}
                </span>
              </span>,
              figure(day),
              figure(week),
              figure(accounts),
            ],
          }))}
        />
      )}
    </section>
  );
}
