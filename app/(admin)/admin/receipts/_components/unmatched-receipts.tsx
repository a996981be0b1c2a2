import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import type { UnmatchedReceipt } from "@/lib/receipts/list-unmatched";
import { carriersWords } from "../words";

interface UnmatchedReceiptsProps {
  receipts: readonly Omit<UnmatchedReceipt, "raw">[];
}

const columns = ["time", "carrier", "id", "status"] as const;

/** The newest receipts about messages that nobody here knows. */
export async function UnmatchedReceipts({ receipts }: UnmatchedReceiptsProps) {
  const words = (await wordsOf(carriersWords)).receipts;
  if (receipts.length === 0) {
    return (
      <section>
        <SectionHeading title={words.title} lead={words.none} />
      </section>
    );
  }
  return (
    <section className="@container">
      <SectionHeading title={words.title} lead={words.lead} />
      <table className="w-full border-line border-b text-sm @max-xl:block">
        <caption className="sr-only">{words.title}</caption>
        <thead className="@max-xl:sr-only">
          <tr className="border-line border-b">
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className="px-3 pb-2 text-left font-medium text-mute first:pl-0 last:pr-0"
              >
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-xl:block">
          {receipts.map(({ carrier, ref, status, receivedAt, isFresh }) => (
            <tr
              key={`${carrier} ${ref} ${status}`}
              className="border-line border-b last:border-b-0 @max-xl:flex @max-xl:flex-wrap @max-xl:gap-x-4 @max-xl:py-3 [&>td]:px-3 [&>td]:py-2 @max-xl:[&>td]:p-0 [&>td:first-child]:pl-0"
            >
              <td className="text-mute">
                <Time at={receivedAt.toISOString()} />
              </td>
              <td className="wrap-anywhere font-mono">
                <OutsideText text={carrier} />
              </td>
              <td className="wrap-anywhere font-mono">
                <OutsideText text={ref} />
              </td>
              <td>
                <OutsideText className="font-mono" text={status} />
                {isFresh && <span className="text-mute"> ({words.fresh})</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
