import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Changeable, Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { getContact } from "@/lib/contacts/get-contact";
import { listGroups } from "@/lib/contacts/list-groups";
import { namesOfFields } from "@/lib/contacts/names-of-fields";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { contactWords } from "../words";
import { ContactForm } from "./_components/contact-form";
import { DeleteForm } from "./_components/delete-form";
import { EraseForm } from "./_components/erase-form";

interface Props {
  params: Promise<{ contactId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(contactWords)).title };
}

/** One contact, or a new one: its fields and groups, deleting it, and erasing the person everywhere. */
export default async function ContactPage({ params, searchParams }: Props) {
  const { contactId } = await params;
  const actor = await requireActor(`/contacts/${contactId}`);
  const isNew = contactId === "new";
  const permission = isNew ? "manage_contacts" : "read_contacts";
  if (!may(actor.role, permission)) return <NotForRole role={actor.role} permission={permission} />;
  const [words, contact, groups, { names }, { saved }] = await Promise.all([
    wordsOf(contactWords),
    isNew ? null : getContact({ actor, input: { contactId } }).catch(leaveIfUnknown),
    listGroups({ actor, input: { limit: 1000 } }),
    namesOfFields({ actor }),
    searchParams,
  ]);
  return (
    <>
      <PageHeading
        title={contact?.number ?? words.form.newTitle}
        actions={<ButtonLink href="/contacts">{words.form.back}</ButtonLink>}
      />
      <div className="max-w-2xl space-y-10">
        <Changeable permission="manage_contacts">
          <ContactForm
            key={contact?.contact_id ?? "new"}
            contact={contact}
            groups={groups.data}
            names={names}
            isJustSaved={saved !== undefined}
          />
        </Changeable>
        <Permitted permission="manage_contacts">
          {contact && <DeleteForm contactId={contact.contact_id} />}
        </Permitted>
        <Permitted permission="manage_account">
          {contact && <EraseForm number={contact.number} />}
        </Permitted>
      </div>
    </>
  );
}

function leaveIfUnknown(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
