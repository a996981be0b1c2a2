import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import type { FormFailure } from "@/lib/actions/form-failure";

export interface TwoStepFormProps {
  action: (form: FormData) => void;
  failure: FormFailure | null;
  isPending: boolean;
}

/** The password, before a secret is shown. */
export function StartForm({ action, failure, isPending }: TwoStepFormProps) {
  return (
    <ActionForm action={action} failure={failure}>
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <div>
        <Button type="submit" variant="primary" isBusy={isPending}>
          Set up
        </Button>
      </div>
    </ActionForm>
  );
}
