import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { PasswordField } from "@/components/ui/password-field";
import type { TwoStepFormProps } from "./start-form";

interface RenewFormProps extends TwoStepFormProps {
  codesLeft: number;
}

/** New recovery codes in place of the old ones. */
export function RenewForm({ action, failure, isPending, codesLeft }: RenewFormProps) {
  return (
    <section>
      <SectionHeading
        title="Recovery codes"
        lead={`Left: ${codesLeft} of 10. New ones make the old ones worthless.`}
      />
      <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
        <PasswordField
          label="Your password"
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            Make new codes
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
