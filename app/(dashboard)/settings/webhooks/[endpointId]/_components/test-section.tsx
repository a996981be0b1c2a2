"use client";

import clsx from "clsx";
import { useState } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { StatusGlyph } from "@/components/status-glyph";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { useAction } from "@/components/use-action";
import { exchangeWords } from "@/components/webhook-words";
import type { MessageStatus } from "@/lib/messages/status";
import type { EndpointView, Exchange } from "@/lib/webhooks/contract";
import { accountEvents, alarmEvent } from "@/lib/webhooks/event-contract";
import { webhooksWords } from "../../words";
import { testEventAction } from "../actions";
import { endpointWords } from "../words";
import { ExchangeBlocks } from "./exchange-blocks";

/** Posts a made-up event of a chosen type and shows what went over the wire. */
export function TestSection({ endpoint }: { endpoint: EndpointView }) {
  const { test: words } = useWords(endpointWords);
  const { events } = useWords(webhooksWords);
  const [state, action, isPending] = useAction(testEventAction);
  const [pressed, setPressed] = useState<string>();
  const alarms = endpoint.events.filter((event) => event === alarmEvent);
  return (
    <>
      <section className="min-w-0">
        <SectionHeading title={words.title} lead={words.lead} />
        <form action={action} className="flex flex-wrap gap-2">
          <input type="hidden" name="endpoint_id" value={endpoint.id} />
          {[...accountEvents, ...alarms].map((event) => {
            const status = event.replace("sms.", "") as MessageStatus;
            return (
              <Button
                key={event}
                type="submit"
                name="event"
                value={event}
                aria-label={words.send(event)}
                isBusy={isPending && pressed === event}
                onClick={() => setPressed(event)}
              >
                <StatusGlyph status={status} />
                {events[event].word}
              </Button>
            );
          })}
        </form>
        <div role="status" className="mt-4 empty:hidden">
          {state?.ok && <Verdict exchange={state.value} />}
          {state?.ok === false && <p className="text-bad">{words.unsent(state.message)}</p>}
        </div>
      </section>
      {state?.ok && (
        <div className="md:-mt-6 min-w-0 md:col-span-2">
          <ExchangeBlocks
            {...state.value}
            {...state.value.request}
            className="md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
          />
        </div>
      )}
    </>
  );
}

function Verdict({ exchange }: { exchange: Exchange }) {
  const language = useLanguage();
  const isAccepted = exchange.error === null;
  return (
    <p
      className={clsx("flex items-center gap-1.5 font-medium", isAccepted ? "text-ok" : "text-bad")}
      data-testid="verdict"
    >
      <StatusGlyph status={isAccepted ? "delivered" : "failed"} />
      {exchangeWords(exchange, language)}
    </p>
  );
}
