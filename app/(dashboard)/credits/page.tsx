import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { Permitted } from "@/components/permitted";
import { SayZone } from "@/components/shell/say-zone";
import { PageHeading } from "@/components/ui/heading";
import { isWelcomeWithheld } from "@/lib/accounts/is-welcome-withheld";
import { MovementQuery } from "@/lib/credits/contract";
import { getBalanceAlert } from "@/lib/credits/get-balance-alert";
import { getCosts } from "@/lib/payments/get-costs";
import { requireActor } from "@/lib/sign-in/session";
import { WelcomeWithheld } from "../_components/welcome-withheld";
import { readerZone } from "../reader-zone";
import { AlertForm } from "./_components/alert-form";
import { BalanceSummary } from "./_components/balance-summary";
import { Billing } from "./_components/billing";
import { CostTable } from "./_components/cost-table";
import { Ledger } from "./_components/ledger";
import { RefreshOnBalance } from "./_components/refresh-on-balance";
import { Statements } from "./_components/statements";
import { TopUp } from "./_components/top-up";
import { creditsWords } from "./words";

const maxCursorLength = 64;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(creditsWords)).title };
}

/** The balance and its ledger total, how to top up, the low-balance alert, costs and statements by month, invoices, and the ledger. */
export default async function CreditsPage({ searchParams }: Props) {
  const actor = await requireActor("/credits");
  const asked = await searchParams;
  const [words, { zone, isChosen }, costs, { belowCredits, belowDays }] = await Promise.all([
    wordsOf(creditsWords),
    readerZone(actor),
    getCosts({ actor }),
    getBalanceAlert({ actor }),
  ]);
  const query = { ...MovementQuery.parse(asked), zone };
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <RefreshOnBalance />
      {!isChosen && <SayZone taken={zone} />}
      {(await isWelcomeWithheld({ actor })) && <WelcomeWithheld />}
      <div className="grid grid-cols-1 gap-10">
        <BalanceSummary actor={actor} costs={costs} />
        <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
          <Permitted permission="manage_billing">
            <TopUp actor={actor} />
            <AlertForm belowCredits={belowCredits} belowDays={belowDays} />
          </Permitted>
        </div>
        <CostTable costs={costs} />
        <Statements actor={actor} />
        <Billing actor={actor} cursor={cursorOf(asked)} />
        <Ledger actor={actor} query={query} />
      </div>
    </>
  );
}

function cursorOf({ invoices }: Awaited<Props["searchParams"]>): string | undefined {
  return typeof invoices === "string" ? invoices.slice(0, maxCursorLength) : undefined;
}
