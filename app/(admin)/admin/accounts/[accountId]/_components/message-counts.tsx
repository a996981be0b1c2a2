import { wordsOf } from "@/components/language/current-language";
import { StatusBadge } from "@/components/status-badge";
import { SectionHeading } from "@/components/ui/heading";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { messageStatuses } from "@/lib/messages/status";
import type { AccountReport, Window } from "@/lib/supervision/get-account-report";
import { failureRate } from "../../failure-rate";
import { accountWords } from "../words";

const windows = ["day", "week", "month"] as const satisfies readonly Window[];
const cell = "py-1.5 pl-4 text-right font-mono tabular-nums";

/** The account's live messages of three windows by status, and how many of them failed. */
export async function MessageCounts({ messages }: { messages: AccountReport["messages"] }) {
  const { messages: words, number, percent } = await wordsOf(accountWords);
  const statuses = messageStatuses.filter((status) => messages.month[status]);
  const sum = (window: Window) =>
    Object.values(messages[window]).reduce((all, one) => all + one, 0);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ScrollRegion as="section" aria-label={words.title} className="overflow-x-auto">
        <table className="w-full border-line border-b text-sm">
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr className="border-line border-b text-mute [&>th]:pb-2 [&>th]:font-medium">
              <th scope="col" className="text-left">
                {words.status}
              </th>
              {windows.map((window) => (
                <th key={window} scope="col" className="pl-4 text-right">
                  {words.windows[window]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statuses.map((status) => (
              <tr key={status} className="border-line border-b">
                <th scope="row" className="py-1.5 text-left font-normal">
                  <StatusBadge status={status} />
                </th>
                {windows.map((window) => (
                  <td key={window} className={cell}>
                    {number(messages[window][status] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="border-line border-b font-medium">
              <th scope="row" className="py-1.5 text-left font-medium">
                {words.total}
              </th>
              {windows.map((window) => (
                <td key={window} className={cell}>
                  {number(sum(window))}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row" className="py-1.5 text-left font-medium">
                {words.rate}
              </th>
              {windows.map((window) => (
                <td key={window} className={`${cell} font-medium`}>
                  {percent(failureRate(outcomesOf(messages[window])))}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function outcomesOf(counts: Record<string, number>) {
  const { delivered = 0, failed = 0, expired = 0, bounced = 0 } = counts;
  return { delivered, failed: failed + expired + bounced };
}
