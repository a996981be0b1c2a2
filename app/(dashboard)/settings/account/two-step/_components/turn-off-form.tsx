import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { SectionHeading } from "@/components/ui/heading";
import { PasswordField } from "@/components/ui/password-field";
import type { TwoStepFormProps } from "./start-form";

/** Password and code: a borrowed browser has neither. */
export function TurnOffForm({ action, failure, isPending }: TwoStepFormProps) {
  return (
    <section>
      <SectionHeading
        title="Turn it off"
        lead="The password alone opens the account then. The recovery codes go, too."
      />
      <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
        />
        <CodeField
          error={failure?.fields?.["code"]}
          hint="Of the app, or a recovery code. A code that signed you in does not work again."
        />
        <div>
          <Button type="submit" variant="danger" isBusy={isPending}>
            Turn off
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
