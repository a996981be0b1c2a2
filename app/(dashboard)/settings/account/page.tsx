import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { Changeable, Permitted } from "@/components/permitted";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { roleNames } from "@/lib/core/permissions";
import type { Language } from "@/lib/language/language";
import { listCountries } from "@/lib/numbers/list-countries";
import { panelUrl } from "@/lib/operations/panel-contract";
import { listPasskeys } from "@/lib/passkeys/list-passkeys";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { getProfile } from "@/lib/preferences/get-profile";
import { limitsInForce } from "@/lib/sending/limits-in-force";
import { listSessions } from "@/lib/sessions/list-sessions";
import { requireActor } from "@/lib/sign-in/session";
import { getTotp } from "@/lib/two-step/get-totp";
import { ChangeEmailForm } from "./_components/change-email-form";
import { ChangePasswordForm } from "./_components/change-password-form";
import { DefaultCountryForm } from "./_components/default-country-form";
import { LimitList } from "./_components/limit-list";
import { PasskeySummary } from "./_components/passkey-summary";
import { ProfileForm } from "./_components/profile-form";
import { SessionList } from "./_components/session-list";
import { TwoStepSummary } from "./_components/two-step-summary";
import { accountWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(accountWords)).title };
}

interface Props {
  searchParams: Promise<{ kept?: string }>;
}

/** The person's own settings: who they are, how they sign in, what is theirs. */
export default async function AccountPage({ searchParams }: Props) {
  const actor = await requireActor("/settings/account");
  const { email, language } = actor;
  const words = accountWords[language];
  const [profile, country, passkeys, totp, sessions, { kept }] = await Promise.all([
    getProfile({ actor }),
    getDefaultCountry({ actor }),
    listPasskeys({ actor }),
    getTotp({ actor }),
    listSessions({ actor }),
    searchParams,
  ]);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead(email, roleNames[actor.role][language])} />
      {kept && <Kept words={words.kept} />}
      <div className="grid grid-cols-1 gap-10">
        <section>
          <SectionHeading title={words.profile.title} />
          <ProfileForm profile={profile} zones={Intl.supportedValuesOf("timeZone")} />
        </section>
        <section id="default-country" className="scroll-mt-20">
          <SectionHeading title={words.numbers.title} lead={words.numbers.lead} />
          <Changeable permission="manage_account">
            <DefaultCountryForm country={country ?? ""} countries={countryOptions(language)} />
          </Changeable>
        </section>
        <section>
          <SectionHeading title={words.email.title} lead={words.email.lead} />
          <ChangeEmailForm email={email} />
        </section>
        <section>
          <SectionHeading title={words.password.title} lead={words.password.lead} />
          <ChangePasswordForm email={email} />
        </section>
        <PasskeySummary count={passkeys.length} />
        <TwoStepSummary totp={totp} />
        <section>
          <SectionHeading title={words.limits.title} lead={words.limits.lead} />
          <LimitList limits={limitsInForce({ actor })} />
        </section>
        <section>
          <SectionHeading title={words.sessions.title} lead={words.sessions.lead} />
          <SessionList sessions={sessions} />
        </section>
        <Permitted permission="manage_account">
          <Leaving words={words.leaving} />
        </Permitted>
      </div>
    </>
  );
}

/** The countries by their names in the language, each with its code. */
function countryOptions(language: Language) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return listCountries()
    .map(({ country, code }) => ({ value: country, label: `${names.of(country)} (+${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

type AccountWords = (typeof accountWords)["en"];

function Kept({ words }: { words: AccountWords["kept"] }) {
  return (
    <div className="mb-6">
      <Notice tone="ok" role="status" title={words.title}>
        {words.more}
      </Notice>
    </div>
  );
}

/** The ways to take one's data along, and to go. */
function Leaving({ words }: { words: AccountWords["leaving"] }) {
  return (
    <>
      <section>
        <SectionHeading title={words.data} lead={words.dataLead} />
        <a href={panelUrl("/api/panel/export", {})} download className={buttonClass()}>
          {words.download}
        </a>
      </section>
      <section>
        <SectionHeading title={words.delete} lead={words.deleteLead} />
        <ButtonLink href="/settings/account/delete" variant="danger">
          {words.deleteButton}
        </ButtonLink>
      </section>
    </>
  );
}
