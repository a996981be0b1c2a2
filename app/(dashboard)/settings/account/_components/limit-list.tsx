import { wordsOf } from "@/components/language/current-language";
import type { LimitsInForce } from "@/lib/sending/limits-in-force";
import { accountWords } from "../words";

const names = [
  "requestsPerSecond",
  "requestsPerMinute",
  "messagesPerMinute",
  "testMessagesPerMinute",
] as const satisfies readonly (keyof LimitsInForce)[];

/** What the account may do per window. */
export async function LimitList({ limits }: { limits: LimitsInForce }) {
  const { limits: words } = await wordsOf(accountWords);
  return (
    <dl className="max-w-md text-sm">
      {names.map((name) => (
        <div
          key={name}
          className="flex items-baseline justify-between gap-4 border-line border-t py-1.5 first:border-t-0"
        >
          <dt className="text-mute">{words[name]}</dt>
          <dd className="font-mono tabular-nums">{words.number(limits[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
