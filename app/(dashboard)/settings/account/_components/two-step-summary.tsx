import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import type { TotpState } from "@/lib/two-step/get-totp";
import { accountWords } from "../words";

/** Whether signing in asks for a code, and the way to change that. */
export async function TwoStepSummary({ totp }: { totp: TotpState }) {
  const { twoStep: words } = await wordsOf(accountWords);
  const isOn = totp.kind === "on";
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {isOn ? (
            <>
              {words.onSince} <ExactTime at={totp.enabledAt} />
              {words.codesLeft(totp.codesLeft)}
            </>
          ) : (
            words.off
          )}
        </p>
        <ButtonLink href="/settings/account/two-step">
          {isOn ? words.change : words.setUp}
        </ButtonLink>
      </div>
    </section>
  );
}
