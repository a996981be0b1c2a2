import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Notice } from "@/components/ui/notice";
import { ExactTime, Time } from "@/components/ui/time";
import type { AccountReport } from "@/lib/supervision/get-account-report";
import { AccountStatus } from "../../_components/account-status";
import { accountWords } from "../words";

/** Whether the account may send and why not, what it has, and since when it is there. */
export async function AccountFacts({ report }: { report: AccountReport }) {
  const words = await wordsOf(accountWords);
  const { account, suspension, lastSeenAt } = report;
  return (
    <div className="mb-8 space-y-4">
      {suspension && (
        <Notice tone="bad" title={words.suspended}>
          <p>
            <OutsideText text={suspension.reason} />
          </p>
          <p className="text-mute text-sm">
            {words.suspendedBy(suspension.decidedBy)}{" "}
            <ExactTime at={suspension.suspendedAt.toISOString()} />
          </p>
        </Notice>
      )}
      {account.eraseAfter && <Notice tone="warn" title={words.closed} />}
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 md:grid-cols-4 [&_dt]:text-mute [&_dt]:text-sm">
        <div>
          <dt>{words.messages.status}</dt>
          <dd>
            <AccountStatus status={account.status} />
          </dd>
        </div>
        <div>
          <dt>{words.balance}</dt>
          <dd className="font-mono tabular-nums" data-testid="account-balance">
            {words.number(account.credits)}
          </dd>
          {account.owed > 0 && <dd className="text-sm text-warn">{words.owed(account.owed)}</dd>}
        </div>
        <div>
          <dt>{words.since}</dt>
          <dd>
            <Time at={account.createdAt.toISOString()} />
          </dd>
        </div>
        <div>
          <dt>{words.lastSeen}</dt>
          <dd>{lastSeenAt ? <Time at={lastSeenAt.toISOString()} /> : words.never}</dd>
        </div>
      </dl>
      {account.admin && <p className="text-mute">{words.administers}</p>}
    </div>
  );
}
