import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { listUnmatchedReceipts } from "@/lib/administration/list-unmatched-receipts";
import { listRefused } from "@/lib/receipts/list-refused";
import { RowTable } from "../_components/row-table";
import { requireAdmin } from "../require-admin";
import { DiscardButton } from "./_components/discard-button";
import { receiptsWords } from "./words";

const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(receiptsWords)).title };
}

/** The receipts that match no message, and the callbacks that were refused. */
export default async function ReceiptsPage() {
  const actor = await requireAdmin("/admin/receipts");
  const [parked, refused, words] = await Promise.all([
    listUnmatchedReceipts({ actor, input: { limit } }),
    listRefused({ actor, input: { limit } }),
    wordsOf(receiptsWords),
  ]);
  const parkedRows = parked.map(({ id, carrier, ref, status, receivedAt, isFresh }) => ({
    id,
    cells: [
      <Time key="at" className="text-mute" at={receivedAt.toISOString()} />,
      <OutsideText key="carrier" className="font-mono" text={carrier} />,
      <OutsideText key="ref" className="font-mono" text={ref} />,
      <OutsideText key="status" text={isFresh ? `${status} (${words.fresh})` : status} />,
      <DiscardButton key="discard" id={id} name={ref} />,
    ],
  }));
  const refusedRows = refused.map(({ id, carrier, reason, address, size, receivedAt }) => ({
    id,
    cells: [
      <Time key="at" className="text-mute" at={receivedAt.toISOString()} />,
      <OutsideText key="carrier" className="font-mono" text={carrier} />,
      <OutsideText key="reason" text={words.refusals[reason] ?? reason} />,
      <OutsideText key="from" className="font-mono" text={address ?? "–"} />,
      words.characters(size),
    ],
  }));
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-8">
        <section>
          <SectionHeading
            title={words.parkedTitle}
            lead={parked.length === 0 ? words.parkedNone : words.parkedLead}
          />
          {parked.length > 0 && (
            <RowTable
              caption={words.parkedTitle}
              columns={[...Object.values(words.parkedColumns), words.discard]}
              rows={parkedRows}
            />
          )}
        </section>
        <section>
          <SectionHeading
            title={words.refusedTitle}
            lead={refused.length === 0 ? words.refusedNone : words.refusedLead}
          />
          {refused.length > 0 && (
            <RowTable
              caption={words.refusedTitle}
              columns={words.refusedColumns}
              rows={refusedRows}
            />
          )}
        </section>
      </div>
    </>
  );
}
