"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { setBalanceAlertAction } from "../actions";
import { creditsWords } from "../words";

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
        <div className="flex items-center gap-3">
          <Button type="submit" isBusy={isPending}>
            {words.save}
          </Button>
          <span role="status" className="text-mute">
            {state?.ok && words.saved}
          </span>
        </div>
      </ActionForm>
    </section>
  );
}
