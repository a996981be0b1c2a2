import { wordsOf } from "@/components/language/current-language";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import type { Actor } from "@/lib/core/actor";
import type { MovementQuery } from "@/lib/credits/contract";
import { listMovements } from "@/lib/credits/list-movements";
import { listPaidMessages } from "@/lib/message-log/list-paid-messages";
import { panelUrl } from "@/lib/operations/panel-contract";
import { valueMovements } from "@/lib/payments/value-movements";
import { creditsWords } from "../words";
import { MovementFilters } from "./movement-filters";
import { MovementTable } from "./movement-table";

const shown = 50;

interface LedgerProps {
  actor: Actor;
  query: MovementQuery;
}

/** The account's ledger transactions: filtered, in pages, each row with the balance after it. */
export async function Ledger({ actor, query }: LedgerProps) {
  const { accountId } = actor;
  const words = await wordsOf(creditsWords);
  const { movements, next } = await listMovements(accountId, query, shown);
  const [paid, values] = await Promise.all([
    listPaidMessages({ actor, input: { movements } }),
    valueMovements({ actor, input: { movements } }),
  ]);
  const { before, zone = "UTC", ...filters } = query;
  return (
    <section id="ledger">
      <SectionHeading
        title={words.ledger}
        lead={words.ledgerLead}
        actions={
          <a
            href={panelUrl("/api/panel/movements.csv", {}, toQuery({ ...filters, zone }))}
            download
            className={buttonClass()}
          >
            {words.csv}
          </a>
        }
      />
      <MovementFilters query={filters} zone={zone} />
      {movements.length > 0 ? (
        <MovementTable movements={movements} paid={paid} values={values} />
      ) : (
        <p className="border-line border-t py-4 text-mute">{words.none}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {before !== undefined && (
          <ButtonLink href={`/credits${toQuery(filters)}#ledger`}>{words.newest}</ButtonLink>
        )}
        {next !== null && (
          <ButtonLink href={`/credits${toQuery({ ...filters, before: next })}#ledger`}>
            {words.older}
          </ButtonLink>
        )}
      </p>
    </section>
  );
}

function toQuery(query: MovementQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}
