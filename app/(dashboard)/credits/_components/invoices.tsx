import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import type { InvoicePage, InvoiceView } from "@/lib/invoices/list-invoices";
import { panelUrl } from "@/lib/operations/panel-contract";
import { creditsWords } from "../words";
import { SumTable } from "./sum-table";

const microsPerCent = 10_000;

interface InvoicesProps {
  page: InvoicePage;
  /** The `nextCursor` of the page before, if this is not the first. */
  cursor: string | undefined;
}

/** The invoices, receipts, and corrections of an account, each with its file. */
export async function Invoices({ page: { data, nextCursor }, cursor }: InvoicesProps) {
  const words = await wordsOf(creditsWords);
  return (
    <section id="invoices">
      <SectionHeading title={words.invoices} lead={words.invoicesLead} />
      {data.length === 0 ? (
        <p className="border-line border-t py-4 text-mute">{words.noInvoices}</p>
      ) : (
        <SumTable
          caption={words.invoices}
          heads={[words.invoiceNumber, words.kind, words.time, words.gross, words.files]}
          rows={data.map((invoice) => ({
            key: invoice.invoice_id,
            name: <span className="whitespace-nowrap font-mono">{invoice.number}</span>,
            sums: sumsOf(invoice, words),
          }))}
        />
      )}
      <p className="mt-4 flex flex-wrap gap-2 empty:hidden">
        {cursor !== undefined && <ButtonLink href="/credits#invoices">{words.newest}</ButtonLink>}
        {nextCursor !== null && (
          <ButtonLink href={`/credits?invoices=${nextCursor}#invoices`}>{words.older}</ButtonLink>
        )}
      </p>
    </section>
  );
}

function sumsOf(invoice: InvoiceView, words: (typeof creditsWords)["en"]) {
  const { invoice_id, number, kind, issued_at, gross_cents, currency } = invoice;
  return [
    <span key="kind" className="font-sans">
      {words.invoiceKinds[kind]}
    </span>,
    <ExactTime key="time" at={issued_at} />,
    words.money(gross_cents * microsPerCent, currency),
    <a
      key="file"
      href={panelUrl("/api/panel/invoices/{invoice_id}/invoice.pdf", { invoice_id })}
      download
      aria-label={`${number}, PDF`}
      className="link font-sans"
    >
      PDF
    </a>,
  ];
}
