"use client";

import clsx from "clsx";
import { type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import { completePolishMobile } from "@/lib/sms/polish-mobile";
import { maxRecipients, type TypedNumber, uniqueNumbers } from "@/lib/sms/split-numbers";
import { sendWords } from "../words";
import { RecipientChip } from "./recipient-chip";
import type { Verdicts } from "./use-verdicts";

interface RecipientsFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: readonly string[] | undefined;
  numbers: readonly TypedNumber[];
  verdicts: Verdicts;
}

/** One number or many: what is written stays as it is, and below it stands how each number was understood. */
export function RecipientsField({
  value,
  onChange,
  error,
  numbers,
  verdicts,
}: RecipientsFieldProps) {
  const id = useId();
  const words = useWords(sendWords);
  const unique = uniqueNumbers(numbers);
  const tooMany =
    unique.length > maxRecipients
      ? words.recipients.tooMany(maxRecipients, unique.length)
      : undefined;
  const isMany = unique.length > 1;
  const said = error ?? tooMany;
  const edit: Edits = {
    remove: (removed) => onChange(textWithout(numbers, removed)),
    complete: (lacking) => onChange(textCompleted(numbers, lacking)),
  };
  const edits = useRef(edit);
  useEffect(() => {
    edits.current = edit;
  });
  // Hundreds of chips are not drawn anew while something else is typed.
  const understood = useMemo(
    () => <Understood numbers={numbers} verdicts={verdicts} edits={edits} />,
    [numbers, verdicts],
  );
  return (
    <div className="min-w-0 space-y-2">
      <Field
        id={id}
        label={words.to}
        hint={words.toHint}
        error={said}
        aside={
          isMany && (
            <span className="text-mute text-sm">{words.recipients.count(unique.length)}</span>
          )
        }
      >
        <textarea
          id={id}
          name="to"
          rows={1}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          inputMode="tel"
          autoComplete="off"
          spellCheck={false}
          className={clsx(
            controlClass,
            "field-sizing-content max-h-32 min-h-8 resize-none py-1.25 font-mono max-sm:min-h-11 max-sm:py-2.5",
          )}
          {...fieldAria(id, { hint: words.toHint, error: said })}
        />
      </Field>
      {isMany && !tooMany && understood}
    </div>
  );
}

type UnderstoodProps = Pick<RecipientsFieldProps, "numbers" | "verdicts"> & {
  /** Held in a ref, for they are other functions at each key. */
  edits: RefObject<Edits>;
};

/** What can be done to the list without typing. */
interface Edits {
  remove: (removed: readonly string[]) => void;
  /** Writes the Polish numbers among them with their 48. */
  complete: (lacking: readonly string[]) => void;
}

function Understood({ numbers, verdicts, edits }: UnderstoodProps) {
  const { recipients: words } = useWords(sendWords);
  const unique = uniqueNumbers(numbers);
  const bad = unique.filter((number) => verdicts.get(number));
  const lacking = bad.filter((number) => completePolishMobile(number));
  const duplicates = numbers.length - unique.length;
  const isChecked = unique.every((number) => verdicts.has(number));
  const sums = [
    bad.length > 0 && words.bad(bad.length),
    duplicates > 0 && words.duplicates(duplicates),
    !isChecked && words.checking,
  ].filter((sum) => typeof sum === "string");
  return (
    <div className="space-y-2">
      <p role="status" className="text-sm empty:hidden">
        {sums.join(" · ")}
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm empty:hidden">
        {lacking.length > 0 && (
          <button
            type="button"
            className="link max-sm:min-h-11"
            onClick={() => edits.current.complete(lacking)}
          >
            {words.complete(lacking.length)}
          </button>
        )}
        {bad.length > 1 && (
          <button
            type="button"
            className="link max-sm:min-h-11"
            onClick={() => edits.current.remove(bad)}
          >
            {words.removeBad(bad.length)}
          </button>
        )}
      </p>
      <ul aria-label={words.list} className="flex max-h-52 flex-wrap gap-1.5 overflow-y-auto">
        {[...bad, ...unique.filter((number) => !bad.includes(number))].map((number) => (
          <RecipientChip
            key={number}
            number={number}
            reason={verdicts.get(number) ?? null}
            removeLabel={words.remove(number)}
            onRemove={() => edits.current.remove([number])}
          />
        ))}
      </ul>
    </div>
  );
}

function textWithout(numbers: readonly TypedNumber[], removed: readonly string[]): string {
  return numbers
    .filter(({ digits }) => !removed.includes(digits))
    .map(({ typed }) => typed)
    .join("\n");
}

function textCompleted(numbers: readonly TypedNumber[], lacking: readonly string[]): string {
  return numbers
    .map(({ typed, digits }) =>
      lacking.includes(digits) ? (completePolishMobile(digits) ?? typed) : typed,
    )
    .join("\n");
}
