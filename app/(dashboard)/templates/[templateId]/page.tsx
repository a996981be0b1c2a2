import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Changeable, Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeading } from "@/components/ui/heading";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { getTemplate } from "@/lib/templates/get-template";
import { DeleteForm } from "../_components/delete-form";
import { TemplateForm } from "../_components/template-form";
import { templateWords } from "../words";

interface Props {
  params: Promise<{ templateId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(templateWords)).title };
}

/** The editor of a template, or of a new one, with the message as it would lie on the phone. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { templateId } = await params;
  const actor = await requireActor(`/templates/${templateId}`);
  const permission = templateId === "new" ? "manage_contacts" : "read_contacts";
  if (!may(actor.role, permission)) return <NotForRole role={actor.role} permission={permission} />;
  const [words, template, { saved }] = await Promise.all([
    wordsOf(templateWords),
    templateId === "new"
      ? null
      : getTemplate({ actor, input: { templateId } }).catch(leaveIfUnknown),
    searchParams,
  ]);
  return (
    <>
      <PageHeading
        title={template?.name ?? words.newTitle}
        lead={
          template && (
            <span className="inline-flex max-w-full items-center gap-1 text-sm">
              <span className="wrap-anywhere min-w-0 font-mono">{template.template_id}</span>
              <CopyButton text={template.template_id} label={words.copyId} isCompact />
            </span>
          )
        }
        actions={
          <span className="max-sm:hidden">
            <ButtonLink href="/templates">{words.back}</ButtonLink>
          </span>
        }
      />
      <Changeable permission="manage_contacts">
        <TemplateForm
          key={template?.template_id ?? "new"}
          template={template}
          isJustSaved={saved !== undefined}
        />
      </Changeable>
      <Permitted permission="manage_contacts">
        {template && <DeleteForm templateId={template.template_id} />}
      </Permitted>
    </>
  );
}

function leaveIfUnknown(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
