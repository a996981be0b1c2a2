import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { listInvitations } from "@/lib/people/list-invitations";
import { listPeople } from "@/lib/people/list-people";
import { requireActor } from "@/lib/sign-in/session";
import { InvitationList } from "./_components/invitation-list";
import { InviteForm } from "./_components/invite-form";
import { PeopleList } from "./_components/people-list";
import { peopleWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(peopleWords)).title };
}

/** Who is in the account and as what, and who is invited. */
export default async function PeoplePage() {
  const actor = await requireActor("/settings/people");
  if (!may(actor.role, "manage_people")) {
    return <NotForRole role={actor.role} permission="manage_people" />;
  }
  const [words, people, invitations] = await Promise.all([
    wordsOf(peopleWords),
    listPeople({ actor }),
    listInvitations({ actor }),
  ]);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-10">
        <PeopleList people={people} />
        <InvitationList invitations={invitations} />
        <InviteForm />
      </div>
    </>
  );
}
