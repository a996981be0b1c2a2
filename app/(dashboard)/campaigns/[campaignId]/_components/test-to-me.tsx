"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { CampaignSummary } from "@/lib/campaigns/contract";
import { newKey } from "../../../send/_components/new-key";
import { sendTest } from "../actions";
import { checkWords } from "../check-words";

interface TestToMeProps {
  campaignId: string;
  samples: CampaignSummary["samples"];
  ownNumber: string | null;
}

/** Sends the longest of the messages to the reader's own phone. */
export function TestToMe({ campaignId, samples, ownNumber }: TestToMeProps) {
  const { test: words } = useWords(checkWords);
  const [state, action, isPending] = useAction(sendTest);
  const [isChanging, setChanging] = useState(false);
  // The same test has the same key until it was answered: pressing twice sends once.
  const [key, setKey] = useState("");
  useEffect(() => {
    if (state?.ok === false && state.isUnanswered) return;
    setKey(newKey());
  }, [state]);
  const failure = state?.ok === false ? state : null;
  const sent = state?.ok ? state.value : undefined;
  const known = sent?.to ?? ownNumber;
  const isAsking = known === null || isChanging || failure?.fields?.["number"] !== undefined;
  const longest = samples.reduce((most, each) => (each.segments > most.segments ? each : most));
  return (
    <section aria-label={words.title} className="max-w-sm border-line border-t pt-4">
      <ActionForm action={action} failure={failure} className="space-y-3" isKept>
        <input type="hidden" name="campaign_id" value={campaignId} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="row" value={longest.row} />
        <p className="text-mute">{words.hint(longest.row)}</p>
        {isAsking ? (
          <TextField
            label={words.number}
            name="number"
            type="tel"
            hint={words.numberHint}
            error={failure?.fields?.["number"]}
            defaultValue={failure?.values["number"] ?? ""}
            autoComplete="tel"
            isMono
          />
        ) : (
          <p className="flex flex-wrap items-center gap-x-3 text-mute">
            <span className="tabular-nums">{words.to(known)}</span>
            <button
              type="button"
              className="link max-sm:min-h-11"
              onClick={() => setChanging(true)}
            >
              {words.change}
            </button>
          </p>
        )}
        <Button type="submit" isBusy={isPending}>
          {words.send(longest.credits)}
        </Button>
        <p role="status" className="text-sm empty:hidden">
          {sent && (
            <>
              {words.sent(sent.to)}{" "}
              <Link href={`/messages/${sent.messageId}`} prefetch={false} className="link">
                {words.open}
              </Link>
            </>
          )}
        </p>
      </ActionForm>
    </section>
  );
}
