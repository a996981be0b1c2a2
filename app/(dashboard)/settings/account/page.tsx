import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getProfile } from "@/lib/accounts/get-profile";
import { getTotp } from "@/lib/accounts/get-totp";
import { listSessions } from "@/lib/accounts/list-sessions";
import { requireSession } from "@/lib/accounts/session";
import { ChangeEmailForm } from "./_components/change-email-form";
import { ChangePasswordForm } from "./_components/change-password-form";
import { ProfileForm } from "./_components/profile-form";
import { SessionList } from "./_components/session-list";
import { TwoStepSummary } from "./_components/two-step-summary";

export const metadata: Metadata = { title: "Account" };

interface Props {
  searchParams: Promise<{ kept?: string }>;
}

/** The person's own settings: who they are, how they sign in, what is theirs. */
export default async function AccountPage({ searchParams }: Props) {
  const session = await requireSession("/settings/account");
  const [profile, totp, sessions, { kept }] = await Promise.all([
    getProfile(session.userId),
    getTotp(session.userId),
    listSessions(session),
    searchParams,
  ]);
  return (
    <>
      <PageHeading title="Account" lead={`Signed in as ${session.email}.`} />
      {kept && <Kept />}
      <div className="grid grid-cols-1 gap-10">
        <section>
          <SectionHeading title="Profile" />
          <ProfileForm profile={profile} zones={Intl.supportedValuesOf("timeZone")} />
        </section>
        <section>
          <SectionHeading
            title="E-mail"
            lead="A new one counts once you have followed the link mailed there. The old one is told."
          />
          <ChangeEmailForm email={session.email} />
        </section>
        <section>
          <SectionHeading
            title="Password"
            lead="A change signs out every other browser. This one stays signed in."
          />
          <ChangePasswordForm email={session.email} />
        </section>
        <TwoStepSummary totp={totp} />
        <section>
          <SectionHeading
            title="Sessions"
            lead="The browsers that are signed in. API tokens are not among them."
          />
          <SessionList sessions={sessions} />
        </section>
        <Leaving />
      </div>
    </>
  );
}

function Kept() {
  return (
    <div className="mb-6">
      <Notice tone="ok" role="status" title="Your account is yours again: it will not be erased.">
        Its tokens and webhook endpoints work. Messages that were cancelled stay cancelled.
      </Notice>
    </div>
  );
}

/** The ways to take one's data along, and to go. */
function Leaving() {
  return (
    <>
      <section>
        <SectionHeading
          title="Your data"
          lead="Everything this account has, as one NDJSON file: profile, tokens without their secrets, endpoints, credit movements, messages with their events."
        />
        <a href="/api/panel/export" download className={buttonClass()}>
          Download everything
        </a>
      </section>
      <section>
        <SectionHeading
          title="Delete the account"
          lead="Everything stops at once. For seven days signing in brings it back, then it is erased."
        />
        <ButtonLink href="/settings/account/delete" variant="danger">
          Delete account
        </ButtonLink>
      </section>
    </>
  );
}
