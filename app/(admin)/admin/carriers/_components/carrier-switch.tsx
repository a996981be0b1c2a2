"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import { switchCarrierAction } from "../actions";
import { carriersWords } from "../words";

interface CarrierSwitchProps {
  carrier: string;
  isDraining: boolean;
}

/** Takes a carrier out of service, or back into it, after asking. */
export function CarrierSwitch({ carrier, isDraining }: CarrierSwitchProps) {
  const words = useWords(carriersWords).switch;
  const [state, action, isPending] = useAction(switchCarrierAction);
  // What was asked stays as it was when the figures are made anew.
  const [asked, setAsked] = useState<{ before: typeof state; draining: boolean } | null>(null);
  const answer = asked && state !== asked.before ? state : null;
  const name = isolatedText(carrier);
  const wanted = asked?.draining ?? !isDraining;
  const submit = wanted ? words.drain : words.enable;
  return (
    <>
      <Dialog
        isOpen={asked !== null && !answer?.ok}
        title={wanted ? words.draining(name) : words.enabling(name)}
        onClose={() => setAsked(null)}
      >
        <p className="max-w-[68ch]">{wanted ? words.drainEffect : words.enableEffect}</p>
        {answer?.ok === false && (
          <p role="alert" className="mt-2 text-bad">
            {answer.message}
          </p>
        )}
        <form action={action} className="mt-5 flex flex-wrap justify-end gap-2">
          <Fields carrier={carrier} draining={wanted} />
          <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
          <Button type="submit" variant={wanted ? "danger" : "primary"} isBusy={isPending}>
            {submit}
          </Button>
        </form>
      </Dialog>
      <form action={action}>
        <Fields carrier={carrier} draining={!isDraining} />
        <Button
          type="submit"
          aria-label={isDraining ? words.enableOne(name) : words.drainOne(name)}
          onClick={(event) => {
            event.preventDefault();
            setAsked({ before: state, draining: !isDraining });
          }}
        >
          {isDraining ? words.enable : words.drain}
        </Button>
      </form>
    </>
  );
}

function Fields({ carrier, draining }: { carrier: string; draining: boolean }) {
  return (
    <>
      <input type="hidden" name="carrier" value={carrier} />
      <input type="hidden" name="draining" value={String(draining)} />
    </>
  );
}
