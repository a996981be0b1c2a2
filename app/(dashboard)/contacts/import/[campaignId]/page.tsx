import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { QueryProvider } from "@/components/query-provider";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { readChoices } from "../../../campaigns/[campaignId]/read-choices";
import { ImportScreen } from "../_components/import-screen";
import { importWords } from "../words";

interface Props {
  params: Promise<{ campaignId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(importWords)).title };
}

/** Contacts from a file: upload, what the columns are, and a group; the file is read as that of a campaign. */
export default async function ImportPage({ params }: Props) {
  const { campaignId } = await params;
  const actor = await requireActor(`/contacts/import/${campaignId}`);
  if (!may(actor.role, "manage_contacts"))
    return <NotForRole role={actor.role} permission="manage_contacts" />;
  const [words, draft, { countries }] = await Promise.all([
    wordsOf(importWords),
    getCampaign({ actor, input: { campaignId } }).catch(leaveIfUnknown),
    readChoices(actor),
  ]);
  if (draft.status !== "draft") notFound();
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href="/contacts">{words.back}</ButtonLink>}
      />
      <QueryProvider>
        <ImportScreen first={draft} countries={countries} />
      </QueryProvider>
    </>
  );
}

function leaveIfUnknown(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
