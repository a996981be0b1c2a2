import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { accountWords } from "../../words";
import { twoStepWords } from "../words";

export interface TwoStepFormProps {
  action: (form: FormData) => void;
  failure: FormFailure | null;
  isPending: boolean;
}

/** The password, before a secret is shown. */
export function StartForm({ action, failure, isPending }: TwoStepFormProps) {
  const { setUp } = useWords(twoStepWords);
  const { yourPassword } = useWords(accountWords);
  return (
    <ActionForm action={action} failure={failure}>
      <PasswordField
        label={yourPassword}
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <div>
        <Button type="submit" variant="primary" isBusy={isPending}>
          {setUp}
        </Button>
      </div>
    </ActionForm>
  );
}
