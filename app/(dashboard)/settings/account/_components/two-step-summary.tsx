import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import type { TotpState } from "@/lib/accounts/get-totp";

/** Whether signing in asks for a code, and the way to change that. */
export function TwoStepSummary({ totp }: { totp: TotpState }) {
  const isOn = totp.kind === "on";
  return (
    <section>
      <SectionHeading
        title="Two-step sign-in"
        lead="Signing in then asks for a code of an authenticator app as well. A stolen password alone opens nothing."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {isOn ? (
            <>
              On since <ExactTime at={totp.enabledAt} />. Recovery codes left: {totp.codesLeft}.
            </>
          ) : (
            "Off."
          )}
        </p>
        <ButtonLink href="/settings/account/two-step">{isOn ? "Change" : "Set up"}</ButtonLink>
      </div>
    </section>
  );
}
