"use client";

import clsx from "clsx";
import { type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { useWords } from "@/components/language/use-words";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import type { splitNumbers } from "@/lib/sms/split-numbers";
import { recipientWords } from "../recipient-words";
import { sendWords } from "../words";
import { LongList } from "./long-list";
import { type EditNumbers, ProblemGroupNotice } from "./problem-group";
import { RecipientChip } from "./recipient-chip";
import { RecipientSummary } from "./recipient-summary";
import type { Recipients } from "./sum-recipients";

interface RecipientsFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: readonly string[] | undefined;
  pasted: ReturnType<typeof splitNumbers>;
  recipients: Recipients;
  /** Why the list can't be taken; null when it can. */
  whyTooMany: string | null;
}

/** About a thousand numbers: a field with more lines than that keeps the page busy at each change. */
const maxShownLength = 12_000;

/** One number or many: what is written stays as it is, and below it stands how each number was understood. */
export function RecipientsField({
  value,
  onChange,
  error,
  pasted,
  recipients,
  whyTooMany,
}: RecipientsFieldProps) {
  const id = useId();
  const labels = useWords(sendWords);
  const words = useWords(recipientWords);
  const { count, groups, reachable } = recipients;
  const said = error ?? whyTooMany ?? undefined;
  const aria = fieldAria(id, { hint: labels.toHint, error: said });
  const field = useRef<HTMLTextAreaElement>(null);
  const total = groups.length > 0 ? words.reached(reachable.length, count) : words.count(count);
  const edit: EditNumbers = (replacements) => onChange(textWith(pasted.numbers, replacements));
  const edits = useRef(edit);
  useEffect(() => {
    edits.current = edit;
  });
  // Hundreds of chips are not drawn anew while something else is typed.
  const understood = useMemo(
    () => <Understood recipients={recipients} texts={pasted.texts} edits={edits} />,
    [recipients, pasted],
  );
  return (
    <div className="min-w-0 space-y-2">
      <Field
        id={id}
        label={labels.to}
        hint={labels.toHint}
        error={said}
        aside={count > 1 && <span className="text-mute text-sm">{total}</span>}
      >
        {value.length > maxShownLength ? (
          <LongList
            value={value}
            count={count}
            describedBy={aria["aria-describedby"]}
            onClear={() => {
              flushSync(() => onChange(""));
              field.current?.focus();
            }}
          />
        ) : (
          <textarea
            ref={field}
            id={id}
            name="to"
            rows={1}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onPaste={(event) => {
              const pastedText = event.clipboardData.getData("text/plain");
              if (value.length + pastedText.length <= maxShownLength) return;
              event.preventDefault();
              onChange(pasteInto(event.currentTarget, pastedText));
            }}
            inputMode="tel"
            autoComplete="off"
            spellCheck={false}
            className={clsx(
              controlClass,
              "field-sizing-content max-h-32 min-h-8 resize-none py-1.25 font-mono max-sm:min-h-11 max-sm:py-2.5",
            )}
            {...aria}
          />
        )}
      </Field>
      {count > 0 && whyTooMany === null && understood}
    </div>
  );
}

/** Of thousands of numbers the first ones show what becomes of them. */
const maxChips = 200;

interface UnderstoodProps {
  recipients: Recipients;
  texts: readonly string[];
  /** Held in a ref, for it is another function at each key. */
  edits: RefObject<EditNumbers>;
}

function Understood({ recipients, texts, edits }: UnderstoodProps) {
  const words = useWords(recipientWords);
  const { count, groups, reachable } = recipients;
  const isMany = count > 1;
  // What is wrong with a number that is being typed is said once it is sent, unless a press repairs it.
  const shown = isMany ? groups : groups.filter(({ code }) => code !== null);
  return (
    <div className="space-y-2">
      <RecipientSummary recipients={recipients} texts={texts} />
      {shown.length > 0 && (
        <ul className="space-y-2">
          {shown.map((group, position) => (
            <ProblemGroupNotice
              key={`${group.problem} ${group.code}`}
              group={group}
              isMain={position === 0}
              onEdit={(replacements) => edits.current(replacements)}
            />
          ))}
        </ul>
      )}
      {isMany && (
        <ul
          aria-label={words.list}
          className="flex max-h-52 flex-wrap gap-1.5 overflow-y-auto empty:hidden"
        >
          {reachable.slice(0, maxChips).map((recipient) => (
            <RecipientChip
              key={recipient.to}
              recipient={recipient}
              removeLabel={words.remove(recipient.to)}
              onRemove={() => edits.current(new Map([[recipient.written, null]]))}
            />
          ))}
          {reachable.length > maxChips && (
            <li className="self-center text-mute text-sm">
              {words.more(reachable.length - maxChips)}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** What a field holds once a text is pasted where the cursor is, on lines of its own. */
function pasteInto({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, text: string) {
  const around = [value.slice(0, selectionStart), text, value.slice(selectionEnd)];
  return around.filter((part) => part.trim() !== "").join("\n");
}

/** The numbers, a line each, with some of them replaced and others left out. */
function textWith(
  numbers: ReturnType<typeof splitNumbers>["numbers"],
  replacements: ReadonlyMap<string, string | null>,
): string {
  return numbers
    .map(({ typed, written }) => (replacements.has(written) ? replacements.get(written) : typed))
    .filter((line) => typeof line === "string")
    .join("\n");
}
