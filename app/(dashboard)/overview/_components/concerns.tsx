import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { reasonWords } from "@/components/status-words";
import { SectionHeading } from "@/components/ui/heading";
import { isolatedText } from "@/components/visible-text";
import { shortUrl } from "@/components/webhook-words";
import type { Permission } from "@/lib/core/permissions";
import { locales } from "@/lib/language/language";
import { logPath } from "../log-path";
import type { OverviewFacts } from "../read-overview";
import { overviewWords } from "../words";

/** What a person should look at; absent when there is nothing. */
export async function Concerns({ facts, test }: { facts: OverviewFacts; test: boolean }) {
  const [language, { attention }] = await Promise.all([currentLanguage(), wordsOf(overviewWords)]);
  const { zone } = facts.figures;
  const clock = (at: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone }).format(at);
  const { endpoints, spike, tokens, waiting, isBalanceLow } = facts.concerns;
  if (endpoints.length + tokens.length + waiting.length === 0 && !spike && !isBalanceLow)
    return null;
  const date = (at: string) =>
    new Intl.DateTimeFormat(locales[language], {
      day: "numeric",
      month: "long",
      timeZone: zone,
    }).format(new Date(at));
  return (
    <section>
      <SectionHeading title={attention.title} />
      <ul>
        {waiting.map(({ reason, messages }) => (
          <Concern
            key={reason}
            href={logPath({ status: ["queued"], test })}
            action={attention.look}
          >
            {attention.waiting(messages, reasonWords(reason, language))}
          </Concern>
        ))}
        {isBalanceLow && (
          <Concern href="/credits" action={attention.topUp} permission="manage_billing">
            {balanceWords(facts, attention)}
          </Concern>
        )}
        {endpoints.map(({ id, url, enabled }) => (
          <Concern key={id} href={`/settings/webhooks/${id}`} action={attention.look}>
            {enabled ? attention.failing(shortUrl(url)) : attention.off(shortUrl(url))}
          </Concern>
        ))}
        {spike && (
          <Concern
            href={logPath({ ...spike, status: ["failed", "bounced", "expired"], test })}
            action={attention.look}
          >
            {spike.reasons.map(({ reason, prefix, messages }) => (
              <span key={`${reason} ${prefix}`} className="block">
                <OutsideText
                  text={attention.spike(
                    messages,
                    reason ? isolatedText(reasonWords(reason, language)) : attention.unknownReason,
                    prefix,
                  )}
                />
              </span>
            ))}
            <span className="text-mute">
              {attention.spikeWhen(clock(spike.from), clock(spike.until), zone)}
            </span>
          </Concern>
        )}
        {tokens.map(({ token_id, name, expires_at }) => (
          <Concern key={token_id} href="/settings/api" action={attention.replace}>
            <OutsideText text={attention.expiring(isolatedText(name), date(expires_at ?? ""))} />
          </Concern>
        ))}
      </ul>
    </section>
  );
}

interface ConcernProps {
  href: string;
  action: string;
  /** What the action asks for, if not everybody who reads this may do it. */
  permission?: Permission;
  children: ReactNode;
}

function Concern({ href, action, permission = "read_messages", children }: ConcernProps) {
  return (
    <li className="flex items-start gap-3 border-line border-b py-2 first:border-t">
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
      <span className="wrap-anywhere min-w-0 grow">{children}</span>
      <Permitted permission={permission}>
        <Link href={href} prefetch={false} className="link shrink-0 max-sm:py-1">
          {action}
        </Link>
      </Permitted>
    </li>
  );
}

function balanceWords(
  { credits, spending }: OverviewFacts,
  words: (typeof overviewWords.en)["attention"],
): string {
  if (credits === 0) return words.noCredits;
  const left = spending.daysLeft ?? 0;
  return words.low(left < 1 ? words.oneDay : words.days(left), words.days(spending.days));
}
