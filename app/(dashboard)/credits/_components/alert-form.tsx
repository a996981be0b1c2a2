"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { SectionHeading } from "@/components/ui/heading";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { setBalanceAlertAction } from "../actions";
import { creditsWords } from "../words";
import { SaveRow } from "./save-row";

interface AlertFormProps {
  belowCredits: number | null;
  belowDays: number | null;
}

/** When to be warned of low credits. */
export function AlertForm({ belowCredits, belowDays }: AlertFormProps) {
  const words = useWords(creditsWords);
  const [state, action, isPending] = useAction(setBalanceAlertAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section id="warning">
      <SectionHeading title={words.alert} lead={words.alertLead} />
      <ActionForm action={action} failure={failure}>
        {(
          [
            ["below_credits", words.belowCredits, belowCredits],
            ["below_days", words.belowDays, belowDays],
          ] as const
        ).map(([name, label, value]) => (
          <TextField
            key={`${name} ${value}`}
            label={label}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            isMono
            className="max-w-[14rem]"
            defaultValue={failure?.values[name] ?? value ?? ""}
            hint={words.alertHint}
            error={failure?.fields?.[name]}
          />
        ))}
        <SaveRow words={words} isPending={isPending} isSaved={state?.ok === true} />
      </ActionForm>
    </section>
  );
}
