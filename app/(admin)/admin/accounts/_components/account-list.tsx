import clsx from "clsx";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Time } from "@/components/ui/time";
import { publicId } from "@/lib/core/ids";
import type { AccountSummary } from "@/lib/supervision/search-accounts";
import { failureRate } from "../failure-rate";
import { accountsWords } from "../words";
import { AccountStatus } from "./account-status";

/** From so many percent on, a failure rate is marked. */
const highRate = 20;

/** The accounts of a page: whose each is, whether it may send, what it has, and how its messages fare. */
export async function AccountList({ accounts }: { accounts: AccountSummary[] }) {
  const words = await wordsOf(accountsWords);
  return (
    <ul aria-label={words.caption} className="border-line border-b text-sm">
      {accounts.map((account) => (
        <li
          key={account.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 border-line border-t py-3 hover:bg-sunk md:grid-cols-[minmax(0,1fr)_8rem_9rem_12rem_7rem] md:items-baseline"
        >
          <Owner account={account} />
          <span className="max-md:justify-self-end">
            <AccountStatus status={account.status} />
          </span>
          <span className="font-mono tabular-nums md:text-right">
            {words.credits(account.credits)}
          </span>
          <Day day={account.day} />
          <span className="text-mute max-md:col-start-2 max-md:row-start-3 max-md:justify-self-end md:text-right">
            <Time at={account.createdAt.toISOString()} />
          </span>
        </li>
      ))}
    </ul>
  );
}

async function Owner({ account }: { account: AccountSummary }) {
  const words = await wordsOf(accountsWords);
  const others = account.emails.filter((email) => email !== account.name);
  return (
    <div className="wrap-anywhere min-w-0">
      <Link
        href={`/admin/accounts/${publicId("acc", account.id)}`}
        prefetch={false}
        // The whole row leads there.
        className="font-medium after:absolute after:inset-0 hover:underline"
      >
        <OutsideText text={account.name} />
      </Link>
      {account.isAdmin && <span className="ml-2 text-mute text-xs">{words.administers}</span>}
      {others.length > 0 && (
        <p className="text-mute">
          <OutsideText text={others.join(", ")} />
        </p>
      )}
    </div>
  );
}

async function Day({ day }: { day: AccountSummary["day"] }) {
  const words = await wordsOf(accountsWords);
  const rate = failureRate(day);
  if (day.messages === 0) return <span className="text-mute">{words.noMessages}</span>;
  return (
    <span className="tabular-nums">
      {words.messages(day.messages)}
      {rate !== null && rate > 0 && (
        <span className={clsx("block", rate >= highRate ? "font-medium text-bad" : "text-mute")}>
          {words.failing(rate)}
        </span>
      )}
    </span>
  );
}
