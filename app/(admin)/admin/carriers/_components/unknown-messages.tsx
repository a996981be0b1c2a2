"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import { type Decision, decisions } from "@/lib/administration/contract";
import type { Settlement } from "@/lib/administration/settle-messages";
import { settleMessagesAction } from "../actions";
import { unknownWords } from "../unknown-words";
import { SettleDialog } from "./settle-dialog";
import { type UnknownRow, UnknownRows } from "./unknown-rows";

interface UnknownMessagesProps {
  /** How many there are; the oldest of them are listed. */
  count: number;
  messages: readonly UnknownRow[];
}

/** The messages whose carrier never said whether it has them, and the two choices for those that are selected. */
export function UnknownMessages({ count, messages }: UnknownMessagesProps) {
  const words = useWords(unknownWords);
  const [state, action, isPending] = useAction(settleMessagesAction);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ decision: Decision; before: typeof state } | null>(null);
  const chosen = messages.filter(({ id }) => ticked.has(id));
  const answer = asked && state !== asked.before ? state : null;
  if (count === 0) {
    return (
      <section>
        <SectionHeading title={words.title} lead={words.none} />
        {state?.ok && <Done settlement={state.value} />}
      </section>
    );
  }
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      {state?.ok && <Done settlement={state.value} />}
      {state?.ok === false && !asked && <Notice tone="bad" role="alert" title={state.message} />}
      {asked && (
        <SettleDialog
          decision={asked.decision}
          messageIds={chosen.map(({ id }) => id)}
          isOpen={!answer?.ok}
          refusal={answer?.ok === false ? answer.message : undefined}
          {...{ action, isPending }}
          onClose={() => setAsked(null)}
        />
      )}
      <form action={action}>
        <UnknownRows messages={messages} ticked={ticked} onChange={setTicked} />
        {count > messages.length && (
          <p className="mt-3 text-mute">{words.shown(messages.length, count)}</p>
        )}
        <div className="mt-4 flex flex-wrap items-start gap-x-8 gap-y-4">
          <Checkbox
            label={words.all}
            hint={words.selected(chosen.length)}
            checked={chosen.length === messages.length}
            onChange={({ currentTarget: { checked } }) =>
              setTicked(new Set(checked ? messages.map(({ id }) => id) : []))
            }
          />
          {decisions.map((decision) => (
            <Choice
              key={decision}
              decision={decision}
              isPossible={chosen.length > 0}
              onChoose={() => setAsked({ decision, before: state })}
            />
          ))}
        </div>
      </form>
    </section>
  );
}

function Done({ settlement: { decision, settled, known } }: { settlement: Settlement }) {
  const words = useWords(unknownWords);
  return (
    <div className="mb-3">
      <Notice tone="ok" role="status" title={words.done[decision](settled)}>
        {known > 0 && <p className="text-mute">{words.known(known)}</p>}
      </Notice>
    </div>
  );
}

interface ChoiceProps {
  decision: Decision;
  /** Something is selected that it can be about. */
  isPossible: boolean;
  onChoose: () => void;
}

/** One of the choices, with what it means. Without a script it decides without asking. */
function Choice({ decision, isPossible, onChoose }: ChoiceProps) {
  const { submit, meaning } = useWords(unknownWords).choices[decision];
  return (
    <div className="max-w-[19rem] max-sm:max-w-full max-sm:basis-full">
      <Button
        type="submit"
        name="decision"
        value={decision}
        onClick={(event) => {
          event.preventDefault();
          if (isPossible) onChoose();
        }}
        aria-disabled={!isPossible}
        className="aria-disabled:opacity-55 max-sm:w-full"
      >
        {submit}
      </Button>
      <p className="mt-1 text-mute text-sm">{meaning}</p>
    </div>
  );
}
