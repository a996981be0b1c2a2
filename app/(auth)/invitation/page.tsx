import type { Metadata } from "next";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { roleNames } from "@/lib/core/permissions";
import { readInvitation } from "@/lib/people/read-invitation";
import { AcceptForm } from "./_components/accept-form";
import { invitationWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(invitationWords)).title };
}

interface Props {
  searchParams: Promise<{ ticket?: string | string[] }>;
}

/** Where a mailed invitation leads. Looking at it uses nothing up: mail programs look at links, too. */
export default async function InvitationPage({ searchParams }: Props) {
  const { ticket: secret } = await searchParams;
  const [offer, language] = await Promise.all([readInvitation(secret), currentLanguage()]);
  const words = invitationWords[language];
  if (!offer) return <Stopped {...words.dead} />;
  const { email, role, account, hasAccount } = offer;
  if (hasAccount) return <Stopped {...words.taken} lead={words.taken.lead(email)} />;
  return (
    <>
      <PageHeading
        title={words.title}
        lead={
          <span className="wrap-anywhere">
            {words.lead(account, roleNames[role][language])} {words.signInAs(email)}
          </span>
        }
      />
      <AcceptForm ticket={String(secret)} email={email} />
    </>
  );
}

interface StoppedProps {
  title: string;
  lead: string;
  toSignIn: string;
}

/** The link does not lead on. */
function Stopped({ title, lead, toSignIn }: StoppedProps) {
  return (
    <>
      <PageHeading title={title} lead={<span className="wrap-anywhere">{lead}</span>} />
      <ButtonLink href="/sign-in" size="large">
        {toSignIn}
      </ButtonLink>
    </>
  );
}
