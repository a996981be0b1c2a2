import type { Metadata } from "next";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { listTemplates } from "@/lib/templates/list-templates";
import { templateWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(templateWords)).title };
}

/** The saved texts of the account; each leads to its editor. */
export default async function TemplatesPage() {
  const actor = await requireActor("/templates");
  if (!may(actor.role, "read_contacts"))
    return <NotForRole role={actor.role} permission="read_contacts" />;
  const [words, { data }] = await Promise.all([
    wordsOf(templateWords),
    listTemplates({ actor, input: { limit: 1000 } }),
  ]);
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <Permitted permission="manage_contacts">
            <ButtonLink href="/templates/new" variant="primary">
              {words.add}
            </ButtonLink>
          </Permitted>
        }
      />
      {data.length === 0 && <p className="border-line border-t py-4 text-mute">{words.none}</p>}
      <ul aria-label={words.caption} className="border-line border-b empty:hidden">
        {data.map(({ template_id, name, body, variables }) => (
          <li key={template_id} className="grid gap-0.5 border-line border-t py-2.5">
            <Link
              href={`/templates/${template_id}`}
              className="link wrap-anywhere w-fit font-medium max-sm:flex max-sm:min-h-11 max-sm:items-center"
            >
              <OutsideText text={name} />
            </Link>
            <p className="wrap-anywhere line-clamp-2 max-w-[84ch] text-mute text-sm">
              <OutsideText text={body} />
            </p>
            {variables.length > 0 && (
              <p className="wrap-anywhere text-mute text-sm">
                {words.variables(variables.map((variable) => variable.name).join(", "))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
