"use client";

import Link from "next/link";
import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { sendBatchCurl } from "@/components/send-curl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ExactTime } from "@/components/ui/time";
import { useOrigin } from "@/components/use-origin";
import type { SentToMany } from "@/lib/sending/send-to-many";
import { SendProgress } from "../../_components/send-progress";
import { outcomeWords } from "../outcome-words";
import { type Draft, optionsOf } from "./draft";
import { OutcomeHeading } from "./outcome-heading";
import { resolveSchedule } from "./schedule-words";

interface ManyOutcomeProps extends SentToMany<string> {
  balance: number;
  draft: Draft;
  onAnother: (change?: Partial<Draft>) => void;
}

/** What became of one text to many numbers: who is refused and why, then who it goes to. */
export function ManyOutcome(props: ManyOutcomeProps) {
  const { sendId, accepted, refused, balance, draft, onAnother } = props;
  const words = useWords(outcomeWords);
  const worth = useCreditWorth();
  const origin = useOrigin();
  const scheduledAt = draft.when && resolveSchedule(draft.when)?.iso;
  const credits = accepted.reduce((sum, each) => sum + each.credits, 0);
  const curl = () =>
    sendBatchCurl(
      origin,
      accepted.map(({ to }) => ({
        from: draft.from,
        to,
        body: draft.body,
        ...(scheduledAt ? { scheduled_at: scheduledAt } : {}),
        ...optionsOf(draft),
      })),
    );
  return (
    <section className="min-w-0 space-y-6">
      <OutcomeHeading>{words.heading(Boolean(scheduledAt), credits, balance)}</OutcomeHeading>
      <p>
        {words.headingMany(accepted.length, refused.length)} {words.cost(worth(credits))}
        {scheduledAt && (
          <>
            {" "}
            {words.leavesAt} <ExactTime at={scheduledAt} />.
          </>
        )}
      </p>
      {sendId && <SendProgress sendId={sendId} />}
      {refused.length > 0 && <Refused refused={refused} title={words.refused} />}
      <Accepted accepted={accepted} title={words.accepted} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => onAnother()}>
          {words.another}
        </Button>
        {refused.length > 0 && (
          <Button
            onClick={() => onAnother({ ...draft, to: refused.map(({ to }) => to).join("\n") })}
          >
            {words.writeRefused}
          </Button>
        )}
        <ButtonLink href="/messages">{words.openLog}</ButtonLink>
        <CopyButton text={curl} label={words.copyCurl} />
      </div>
    </section>
  );
}

const listClass = "max-h-72 divide-y divide-line overflow-y-auto border-line border-y";

function Refused({ refused, title }: { refused: SentToMany<string>["refused"]; title: string }) {
  return (
    <div>
      <h3 className="mb-1.5 font-medium text-bad">
        {title} ({refused.length})
      </h3>
      <ScrollRegion as="ul" aria-label={title} className={listClass}>
        {refused.map(({ to, sentences }) => (
          <li key={to} className="py-1.5">
            <OutsideText className="wrap-anywhere font-mono text-sm" text={to} />
            <span className="block text-mute text-sm">{sentences.join(" ")}</span>
          </li>
        ))}
      </ScrollRegion>
    </div>
  );
}

function Accepted({ accepted, title }: { accepted: SentToMany["accepted"]; title: string }) {
  return (
    <div>
      <h3 className="mb-1.5 font-medium">
        {title} ({accepted.length})
      </h3>
      <ul aria-label={title} className={listClass}>
        {accepted.map(({ to, messageId }) => (
          <li key={to} className="flex flex-wrap items-center gap-x-4 py-1 font-mono text-sm">
            <span>{to}</span>
            <Link
              href={`/messages/${messageId}`}
              prefetch={false}
              className="link wrap-anywhere inline-flex items-center max-sm:min-h-11"
            >
              {messageId}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
