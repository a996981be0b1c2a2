"use client";

import { type FormEvent, type ReactNode, startTransition } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { MessageBubble } from "@/components/message-bubble";
import { OutsideText } from "@/components/outside-text";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { ExactTime, useZone } from "@/components/ui/time";
import { absoluteTime } from "@/components/ui/time-words";
import { countSegments } from "@/lib/sms/count-segments";
import { reviewWords } from "../review-words";
import { OutcomeHeading } from "./outcome-heading";
import type { Review } from "./send-value";

interface ReviewSendProps {
  review: Review;
  balance: number;
  submit: (form: FormData) => void;
  isPending: boolean;
  onBack: () => void;
}

/** The last look before a text goes to many: how many, what it costs, how it reads, and what to call it. */
export function ReviewSend({ review, balance, submit, isPending, onBack }: ReviewSendProps) {
  const { plan, fields } = review;
  const words = useWords(reviewWords);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    startTransition(() => submit(filled));
  };
  return (
    <form action={submit} onSubmit={send} className="min-w-0 space-y-6">
      <OutcomeHeading>{words.title(plan.recipients)}</OutcomeHeading>
      {Object.entries({ ...fields, reviewed: plan.reviewed }).map(([name, value]) =>
        name === "name" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Facts review={review} balance={balance} />
      <Samples numbers={plan.samples} from={fields["from"] ?? ""} body={fields["body"] ?? ""} />
      <NameField review={review} />
      <div className="flex flex-wrap gap-2 border-line border-t pt-5">
        <Button type="submit" variant="primary" size="large" isBusy={isPending}>
          {fields["scheduled_at"] ? words.schedule(plan.recipients) : words.send(plan.recipients)}
        </Button>
        <Button size="large" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}

function Facts({ review: { plan, price, fields }, balance }: { review: Review; balance: number }) {
  const words = useWords(reviewWords);
  const at = fields["scheduled_at"];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-line border-y py-4 tabular-nums">
      <Fact name={words.recipients}>{words.reached(plan.recipients, plan.unreachable)}</Fact>
      <Fact name={words.segments}>{words.segmentsOf(plan.segments, plan.recipients)}</Fact>
      <Fact name={words.cost}>{words.costOf(plan.credits, price)}</Fact>
      <Fact name={words.balance}>{words.credits(balance - plan.credits)}</Fact>
      <Fact name={words.from}>
        <OutsideText text={fields["from"] ?? ""} />
      </Fact>
      <Fact name={words.when}>{at ? <ExactTime at={at} /> : words.now}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface SamplesProps {
  numbers: string[];
  from: string;
  body: string;
}

function Samples({ numbers, from, body }: SamplesProps) {
  const words = useWords(reviewWords);
  const text = body.replace(/\r\n?/g, "\n").normalize("NFC");
  return (
    <section aria-label={words.samples}>
      <h3 className="mb-3 font-medium">{words.samples}</h3>
      <ul className="space-y-4">
        {numbers.map((number) => (
          <li key={number}>
            <p className="mb-1 font-mono text-sm" translate="no">
              {number}
            </p>
            <MessageBubble from={from} text={text} cuts={countSegments(text).cuts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NameField({ review: { plan, at } }: { review: Review }) {
  const words = useWords(reviewWords);
  const time = absoluteTime(at, useZone(), useLanguage());
  return (
    <TextField
      label={words.name}
      name="name"
      defaultValue={words.nameOf(plan.recipients, time)}
      hint={words.nameHint}
      maxLength={80}
      required
      autoComplete="off"
    />
  );
}
