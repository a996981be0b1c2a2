"use client";

import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { RadioGroup } from "@/components/ui/radio-group";
import { ExactTime } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { EndpointView } from "@/lib/webhooks/contract";
import { replaySinceAction } from "../actions";
import type { ReplayInput } from "../read-forms";
import { endpointWords } from "../words";
import { ReplayProgress } from "./replay-progress";
import { SinceField } from "./since-field";

const kinds = ["failed_since", "missing_since"] as const;

interface ReplaySectionProps {
  endpoint: EndpointView;
  replayId: string | undefined;
  offSince: string | undefined;
}

/** Sends again what an endpoint missed: counts first, then sends, then follows how it goes. */
export function ReplaySection({ endpoint, replayId, offSince }: ReplaySectionProps) {
  const words = useWords(endpointWords).replay;
  const [state, action, isPending] = useAction(replaySinceAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section id="replay" className="min-w-0 scroll-mt-20">
      <SectionHeading title={words.title} lead={words.lead} />
      {replayId && <ReplayProgress endpointId={endpoint.id} replayId={replayId} />}
      <ActionForm action={action} failure={failure} isKept className="grid max-w-[30rem] gap-5">
        <input type="hidden" name="endpoint_id" value={endpoint.id} />
        <RadioGroup
          legend={words.what}
          name="kind"
          options={kinds.map((value) => ({ value, ...words.kinds[value] }))}
          defaultValue={offSince ? "missing_since" : "failed_since"}
        />
        <SinceField
          offSince={offSince}
          failingSince={endpoint.failing_since}
          error={failure?.fields?.["since_time"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.count}
          </Button>
        </div>
      </ActionForm>
      <div role="status" className="mt-4">
        {state?.ok && (
          <Counted {...state.value}>
            <form action={action}>
              <input type="hidden" name="endpoint_id" value={endpoint.id} />
              <input type="hidden" name="kind" value={state.value.kind} />
              <input type="hidden" name="since" value={state.value.since} />
              <input type="hidden" name="step" value="send" />
              <Button type="submit" variant="primary" isBusy={isPending}>
                {words.send(state.value.count)}
              </Button>
            </form>
          </Counted>
        )}
      </div>
    </section>
  );
}

interface CountedProps extends ReplayInput {
  count: number;
  /** What sends them. */
  children: ReactNode;
}

function Counted({ kind, since, count, children }: CountedProps) {
  const words = useWords(endpointWords).replay;
  return (
    <div className="grid gap-3">
      <p>
        <strong className="font-semibold">{words.found(count)}</strong> {words.since}{" "}
        <ExactTime at={since} />
        {words.outcomes[kind]}
      </p>
      {count > 0 && children}
    </div>
  );
}
