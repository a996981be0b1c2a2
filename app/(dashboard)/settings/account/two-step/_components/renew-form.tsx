import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { PasswordField } from "@/components/ui/password-field";
import { accountWords } from "../../words";
import { twoStepWords } from "../words";
import type { TwoStepFormProps } from "./start-form";

interface RenewFormProps extends TwoStepFormProps {
  codesLeft: number;
}

/** New recovery codes in place of the old ones. */
export function RenewForm({ action, failure, isPending, codesLeft }: RenewFormProps) {
  const { renew: words } = useWords(twoStepWords);
  const { yourPassword } = useWords(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead(codesLeft)} />
      <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
        <PasswordField
          label={yourPassword}
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
