import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { isWelcomeWithheld } from "@/lib/accounts/is-welcome-withheld";
import { requireSession } from "@/lib/accounts/session";
import { MovementQuery } from "@/lib/credits/contract";
import { getBalanceAlert } from "@/lib/credits/get-balance-alert";
import { WelcomeWithheld } from "../_components/welcome-withheld";
import { AlertForm } from "./_components/alert-form";
import { BalanceSummary } from "./_components/balance-summary";
import { Ledger } from "./_components/ledger";
import { RefreshOnBalance } from "./_components/refresh-on-balance";
import { TopUp } from "./_components/top-up";
import { creditsWords } from "./words";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(creditsWords)).title };
}

/** What is left and how that adds up, how to get more, when to be warned, and where the credits went. */
export default async function CreditsPage({ searchParams }: Props) {
  const { accountId, email } = await requireSession("/credits");
  const words = await wordsOf(creditsWords);
  const query = MovementQuery.parse(await searchParams);
  const { belowCredits, belowDays } = await getBalanceAlert(accountId);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <RefreshOnBalance />
      {(await isWelcomeWithheld(accountId)) && <WelcomeWithheld />}
      <div className="grid grid-cols-1 gap-10">
        <BalanceSummary accountId={accountId} />
        <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
          <TopUp accountId={accountId} email={email} />
          <AlertForm belowCredits={belowCredits} belowDays={belowDays} />
        </div>
        <Ledger accountId={accountId} query={query} />
      </div>
    </>
  );
}
