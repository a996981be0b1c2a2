import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { SectionHeading } from "@/components/ui/heading";
import { PasswordField } from "@/components/ui/password-field";
import { twoStepWords } from "../words";
import type { TwoStepFormProps } from "./start-form";

/** Password and code: a borrowed browser has neither. */
export function TurnOffForm({ action, failure, isPending }: TwoStepFormProps) {
  const { off: words } = useWords(twoStepWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
        <PasswordField
          label={words.password}
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
        />
        <CodeField error={failure?.fields?.["code"]} hint={words.codeHint} />
        <div>
          <Button type="submit" variant="danger" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
