import clsx from "clsx";
import { OutsideText } from "@/components/outside-text";
import { StatusGlyph } from "@/components/status-glyph";
import { reasonWords } from "@/components/status-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Time } from "@/components/ui/time";
import { type Concern, concernKinds } from "@/lib/concerns/contract";
import type { Language } from "@/lib/language/language";
import { adviceOf, concernWords, isReasonInTitle, placeOf } from "../concern-words";
import type { adminOverviewWords } from "../words";
import { RetryQueue } from "./retry-queue";

interface ConcernRowProps {
  concern: Concern;
  language: Language;
  words: (typeof adminOverviewWords)["en"];
}

const looks = {
  now: { glyph: "failed", tone: "text-bad" },
  soon: { glyph: "scheduled", tone: "text-warn" },
  later: { glyph: "queued", tone: "text-mute" },
} as const;

/** One concern: how soon, what is the matter, since when, what to do, and what does it. */
export function ConcernRow({ concern, language, words }: ConcernRowProps) {
  const urgency = concernKinds[concern.kind];
  const { title } = concernWords[language][concern.kind];
  const { glyph, tone } = looks[urgency];
  const place = placeOf(concern);
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-2 border-line border-b py-4 sm:grid-cols-[6rem_minmax(0,1fr)_auto]">
      <p className={clsx("inline-flex items-center gap-1.5 self-start font-medium", tone)}>
        <StatusGlyph status={glyph} />
        {words.urgencies[urgency]}
      </p>
      <div className="wrap-anywhere min-w-0 space-y-1">
        <h2 className="font-semibold">{title(concern)}</h2>
        <Facts {...{ concern, language, words }} />
        <p className="max-w-[68ch]">{adviceOf(concern, language)}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {isRetried(concern) && <RetryQueue carrier={concern.subject} />}
        {place && <ButtonLink href={place}>{words.open}</ButtonLink>}
      </div>
    </li>
  );
}

/** What only waits can be tried now; a drained carrier has to be enabled first. */
function isRetried({ kind, reason }: Concern): boolean {
  const isQueue = kind === "carrier_trouble" || kind === "no_route" || kind === "queue_stuck";
  return isQueue && reason !== "carrier_draining";
}

function Facts({ concern, language, words }: ConcernRowProps) {
  const { kind, subject, account, since, reason, said } = concern;
  const isFigure = kind === "account_failures" || kind === "account_velocity";
  const isReasonShown = reason && !isFigure && !isReasonInTitle(concern);
  return (
    <p className="flex flex-wrap gap-x-3 text-mute text-sm">
      {subject && <OutsideText className="font-mono" text={subject} />}
      {account && (
        <span>
          {words.account} <span className="font-mono">{account}</span>
        </span>
      )}
      {since && (
        <span>
          {words.since} <Time at={since.toISOString()} />
        </span>
      )}
      {isReasonShown && <OutsideText text={reasonWords(reason, language)} />}
      {said && <OutsideText text={said} />}
    </p>
  );
}
