import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { emailsOf } from "@/lib/accounts/emails-of";
import { countRefusals } from "@/lib/onboarding/count-refusals";
import { getFunnel } from "@/lib/onboarding/get-funnel";
import { listNewAccounts } from "@/lib/onboarding/list-new-accounts";
import { requireAdmin } from "../require-admin";
import { Funnel } from "./_components/funnel";
import { NewAccounts } from "./_components/new-accounts";
import { RejectedRequests } from "./_components/rejected-requests";
import { periods, readPeriod } from "./periods";
import { signUpsWords } from "./words";

const path = "/admin/sign-ups";
const maxShown = 20;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(signUpsWords)).title };
}

/** How new accounts fare on their way to the first message. */
export default async function SignUpsPage({ searchParams }: Props) {
  const actor = await requireAdmin(path);
  const days = readPeriod((await searchParams)["days"]);
  const [words, funnel, accounts, refusals] = await Promise.all([
    wordsOf(signUpsWords),
    getFunnel({ actor, input: { days } }),
    listNewAccounts({ actor, input: { limit: maxShown } }),
    countRefusals({ actor }),
  ]);
  const accountIds = accounts.map(({ accountId }) => accountId);
  const emails = await emailsOf({ actor, input: { accountIds } });
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-8">
        <Funnel {...{ path, periods, days, funnel }} />
        <NewAccounts accounts={accounts} emails={emails} />
        <RejectedRequests refusals={refusals} />
      </div>
    </>
  );
}
