import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Permitted } from "@/components/permitted";
import { PageHeading } from "@/components/ui/heading";
import { listGroups } from "@/lib/contacts/list-groups";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { AddGroupForm } from "./_components/add-group-form";
import { GroupList } from "./_components/group-list";
import { groupWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(groupWords)).title };
}

/** The groups of contacts: make, rename, and delete them. */
export default async function GroupsPage() {
  const actor = await requireActor("/contacts/groups");
  if (!may(actor.role, "read_contacts"))
    return <NotForRole role={actor.role} permission="read_contacts" />;
  const [words, { data }] = await Promise.all([
    wordsOf(groupWords),
    listGroups({ actor, input: { limit: 1000 } }),
  ]);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="max-w-2xl space-y-8">
        <Permitted permission="manage_contacts">
          <AddGroupForm />
        </Permitted>
        <GroupList groups={data} />
      </div>
    </>
  );
}
