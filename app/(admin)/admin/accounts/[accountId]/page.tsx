import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading } from "@/components/ui/heading";
import { AppError } from "@/lib/core/errors";
import { newId, publicId } from "@/lib/core/ids";
import { standardLimits } from "@/lib/sending/limits-in-force";
import { type AccountReport, getAccountReport } from "@/lib/supervision/get-account-report";
import { requireAdmin } from "../../require-admin";
import { AccountFacts } from "./_components/account-facts";
import { AccountLedger } from "./_components/account-ledger";
import { AccountSenders } from "./_components/account-senders";
import { AdjustForm } from "./_components/adjust-form";
import { Endpoints, People, Prices, Refusals, Tokens } from "./_components/belongings";
import { type LimitRow, LimitsForm } from "./_components/limits-form";
import { MessageCounts } from "./_components/message-counts";
import { SuspensionSwitch } from "./_components/suspension-switch";
import { ViewButton } from "./_components/view-button";
import { accountWords } from "./words";

interface Props {
  params: Promise<{ accountId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(accountWords)).title };
}

/** One account: what it is, how its messages fare, and what may be done about it. */
export default async function AccountPage({ params }: Props) {
  const { accountId } = await params;
  const actor = await requireAdmin(`/admin/accounts/${accountId}`);
  const report = await getAccountReport({ actor, input: { accountId } }).catch(leadNowhere);
  const { account, suspension } = report;
  const id = publicId("acc", account.id);
  const { back } = await wordsOf(accountWords);
  const isOwn = account.id === actor.accountId;
  const isGone = account.status === "erased";
  return (
    <>
      <p className="mb-2">
        <Link href="/admin/accounts" prefetch={false} className="link">
          {back}
        </Link>
      </p>
      <PageHeading
        title={account.name}
        lead={<OutsideText className="font-mono text-sm" text={id} />}
        actions={
          <>
            {!isOwn && !isGone && <ViewButton accountId={id} />}
            {!account.admin && !isGone && (
              <SuspensionSwitch
                key={suspension === undefined ? "suspend" : "lift"}
                accountId={id}
                isSuspended={suspension !== undefined}
              />
            )}
          </>
        }
      />
      <AccountFacts report={report} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
        <MessageCounts messages={report.messages} />
        <AccountLedger movements={report.movements} />
        {!isGone && <AdjustForm accountId={id} adjustmentId={newId()} />}
        {!isGone && <LimitsForm accountId={id} limits={limitRows(report)} />}
        <People people={report.people} />
        <AccountSenders accountId={id} names={report.senderNames} />
        <Tokens tokens={report.tokens} />
        <Endpoints endpoints={report.endpoints} />
        <Refusals refusals={report.refusals} />
        <Prices prices={report.prices} />
      </div>
    </>
  );
}

function leadNowhere(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}

function limitRows({ account }: AccountReport): LimitRow[] {
  const standard = standardLimits();
  return [
    {
      name: "requests_per_second",
      own: account.requestsPerSecond,
      standard: standard.requestsPerSecond,
    },
    {
      name: "requests_per_minute",
      own: account.requestsPerMinute,
      standard: standard.requestsPerMinute,
    },
    {
      name: "messages_per_minute",
      own: account.messagesPerMinute,
      standard: standard.messagesPerMinute,
    },
    {
      name: "test_messages_per_minute",
      own: account.testMessagesPerMinute,
      standard: standard.testMessagesPerMinute,
    },
  ];
}
