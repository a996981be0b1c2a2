import clsx from "clsx";
import { useLanguage, useWords } from "@/components/language/use-words";
import { StatusGlyph } from "@/components/status-glyph";
import { ExactTime, Time } from "@/components/ui/time";
import { exchangeWords } from "@/components/webhook-words";
import type { AttemptView } from "@/lib/deliveries/contract";
import { deliveryPageWords } from "../[eventId]/words";
import { ExchangeBlocks } from "./exchange-blocks";

/** Every try, newest first; the newest one stands open. */
export function TryList({ tries }: { tries: readonly AttemptView[] }) {
  const words = useWords(deliveryPageWords);
  if (tries.length === 0) return <p className="text-mute">{words.noTries}</p>;
  const newestFirst = tries.toReversed();
  return (
    <ol reversed>
      {newestFirst.map((attempt, place) => (
        <li key={attempt.at} className="border-line border-b py-2 last:border-b-0">
          <Try attempt={attempt} isOpen={place === 0} />
        </li>
      ))}
    </ol>
  );
}

function Try({ attempt, isOpen }: { attempt: AttemptView; isOpen: boolean }) {
  const words = useWords(deliveryPageWords);
  const { at, error, status, next_attempt_at } = attempt;
  // Nothing was sent to a listener, so there is nothing to show of it.
  if (error === null && status === null) return <TryOutcome attempt={attempt} />;
  return (
    <details open={isOpen}>
      <summary className="max-sm:min-h-11">
        <TryOutcome attempt={attempt} />
      </summary>
      <div className="mt-2 mb-3">
        <p className="mb-2 text-mute text-sm">
          <ExactTime at={at} /> {words.to}{" "}
          <span className="wrap-anywhere font-mono">{attempt.url}</span>
          {next_attempt_at && (
            <>
              {words.nextTry} <ExactTime at={next_attempt_at} />
            </>
          )}
        </p>
        <ExchangeBlocks headers={attempt.request_headers} status={status} answer={attempt.answer} />
      </div>
    </details>
  );
}

function TryOutcome({ attempt }: { attempt: AttemptView }) {
  const language = useLanguage();
  const isAccepted = attempt.error === null;
  return (
    <>
      <span
        className={clsx(
          "inline-flex items-center gap-1.5 align-top font-medium",
          isAccepted ? "text-ok" : "text-bad",
        )}
      >
        <StatusGlyph status={isAccepted ? "delivered" : "failed"} />
        {exchangeWords(attempt, language)}
      </span>{" "}
      <Time at={attempt.at} className="text-mute" />
    </>
  );
}
