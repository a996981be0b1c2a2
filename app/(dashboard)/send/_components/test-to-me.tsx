"use client";

import Link from "next/link";
import { startTransition, useEffect, useRef, useState } from "react";
import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { hasVariables } from "@/lib/templates/has-variables";
import { sendTestToMe } from "../actions";
import { outcomeWords } from "../outcome-words";
import { sendWords } from "../words";
import { newKey } from "./new-key";

interface TestToMeProps {
  from: string;
  body: string;
  segments: number;
  /** The number that is known of the reader. */
  ownNumber: string | null;
}

/** Sends the text to the reader's own phone, which is asked for once. */
export function TestToMe({ from, body, segments, ownNumber }: TestToMeProps) {
  const { test: words, failure: refusals } = useWords(sendWords);
  const outcome = useWords(outcomeWords);
  const worth = useCreditWorth();
  const [state, submit, isPending] = useAction(sendTestToMe);
  const [typed, setTyped] = useState<string | null>(null);
  // The same text to the same phone has the same key until it was answered: pressing twice sends once.
  const asked = useRef<{ what: string; key: string }>(undefined);
  useEffect(() => {
    if (state?.ok === false && state.isUnanswered) return;
    asked.current = undefined;
    if (state?.ok) setTyped(null);
  }, [state]);

  const sent = state?.ok ? state.value : undefined;
  const failure = state?.ok === false ? state : undefined;
  const known = sent?.accepted.to ?? ownNumber;
  const isAsking = known === null || typed !== null;
  const fields = failure?.fields;
  const others = Object.keys(fields ?? {}).filter((name) => name !== "to");
  const names = others.map((name) => refusals.labels[name] ?? name).join(", ");

  const isSendable = body !== "" && !hasVariables(body);
  const send = () => {
    if (isPending || !isSendable) return;
    const message = { from, body, own_number: typed ?? "" };
    const what = JSON.stringify(message);
    if (asked.current?.what !== what) asked.current = { what, key: newKey() };
    const form = new FormData();
    const values = { ...message, idempotency_key: asked.current.key };
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    startTransition(() => submit(form));
  };
  return (
    <section aria-label={words.title} className="max-w-sm space-y-3 border-line border-t pt-4">
      {isAsking ? (
        <TextField
          label={words.number}
          name="own_number"
          type="tel"
          value={typed ?? ""}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") send();
          }}
          error={fields?.["to"]}
          hint={words.numberHint}
          autoComplete="tel"
          isMono
        />
      ) : (
        <p className="flex flex-wrap items-center gap-x-3 text-mute">
          <span className="tabular-nums">{words.to(known)}</span>
          <button type="button" className="link max-sm:min-h-11" onClick={() => setTyped("")}>
            {words.change}
          </button>
        </p>
      )}
      <Button onClick={send} isBusy={isPending} disabled={!isSendable}>
        {words.send(segments)}
      </Button>
      <p role="status" className="text-sm empty:hidden">
        {sent && (
          <>
            {words.sent(sent.accepted.to, sent.accepted.credits, sent.balance)}{" "}
            {outcome.cost(worth(sent.accepted.credits))}{" "}
            <Link href={`/messages/${sent.accepted.message_id}`} className="link">
              {words.open}
            </Link>
          </>
        )}
      </p>
      {failure && (!fields || others.length > 0) && (
        <p role="alert" className="text-bad text-sm">
          {refusals.other(fields ? refusals.fields(names) : failure.message)}
        </p>
      )}
    </section>
  );
}
