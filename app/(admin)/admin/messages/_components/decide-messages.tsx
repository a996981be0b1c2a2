"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import type { DecisionWords } from "../decision-words";
import { DecideDialog } from "./decide-dialog";
import { type DecidedRow, DecidedRows } from "./decided-rows";

/** What came of a decision. */
interface Settlement<Decision extends string> {
  decision: Decision;
  settled: number;
  known: number;
}

interface DecideMessagesProps<Decision extends string> {
  /** To link to. */
  id: string;
  words: DecisionWords<Decision>;
  decisions: readonly Decision[];
  /** The one that can't be taken back. */
  dangerous: Decision;
  action: Parameters<typeof useAction<Settlement<Decision>>>[0];
  /** How many there are; the oldest of them are listed. */
  count: number;
  messages: readonly DecidedRow[];
}

/** Messages that a person has to decide about, and the choices for those that are selected. */
export function DecideMessages<Decision extends string>({
  id,
  words,
  decisions,
  dangerous,
  action: decide,
  count,
  messages,
}: DecideMessagesProps<Decision>) {
  const [state, action, isPending] = useAction(decide);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ decision: Decision; before: typeof state } | null>(null);
  const chosen = messages.filter((each) => ticked.has(each.id));
  const answer = asked && state !== asked.before ? state : null;
  const isEmpty = count === 0;
  return (
    <section id={id} className="scroll-mt-28">
      <SectionHeading title={words.title} lead={isEmpty ? words.none : words.lead} />
      {state?.ok && <Done words={words} settlement={state.value} />}
      {state?.ok === false && !asked && <Notice tone="bad" role="alert" title={state.message} />}
      {asked && (
        <DecideDialog
          {...{ words, action, isPending }}
          decision={asked.decision}
          isDangerous={asked.decision === dangerous}
          messageIds={chosen.map((each) => each.id)}
          isOpen={!answer?.ok}
          refusal={answer?.ok === false ? answer.message : undefined}
          onClose={() => setAsked(null)}
        />
      )}
      {!isEmpty && (
        <form action={action}>
          <DecidedRows messages={messages} ticked={ticked} onChange={setTicked} />
          {count > messages.length && (
            <p className="mt-3 text-mute">{words.shown(messages.length, count)}</p>
          )}
          <div className="mt-4 flex flex-wrap items-start gap-x-8 gap-y-4">
            <Checkbox
              label={words.all}
              hint={words.selected(chosen.length)}
              checked={chosen.length === messages.length}
              onChange={({ currentTarget: { checked } }) =>
                setTicked(new Set(checked ? messages.map((each) => each.id) : []))
              }
            />
            {decisions.map((decision) => (
              <Choice
                key={decision}
                {...{ words, decision }}
                isPossible={chosen.length > 0}
                onChoose={() => setAsked({ decision, before: state })}
              />
            ))}
          </div>
        </form>
      )}
    </section>
  );
}

interface DoneProps<Decision extends string> {
  words: DecisionWords<Decision>;
  settlement: Settlement<Decision>;
}

function Done<Decision extends string>({
  words,
  settlement: { decision, settled, known },
}: DoneProps<Decision>) {
  return (
    <div className="mb-3">
      <Notice tone="ok" role="status" title={words.done[decision](settled)}>
        {known > 0 && <p className="text-mute">{words.known(known)}</p>}
      </Notice>
    </div>
  );
}

interface ChoiceProps<Decision extends string> {
  words: DecisionWords<Decision>;
  decision: Decision;
  /** Something is selected that it can be about. */
  isPossible: boolean;
  onChoose: () => void;
}

/** One of the choices, with what it means. Without a script it decides without asking. */
function Choice<Decision extends string>({
  words,
  decision,
  isPossible,
  onChoose,
}: ChoiceProps<Decision>) {
  const { submit, meaning } = words.choices[decision];
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
