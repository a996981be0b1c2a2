import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Permitted } from "@/components/permitted";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ListContactsQuery } from "@/lib/contacts/contract";
import { listContacts } from "@/lib/contacts/list-contacts";
import { listGroups } from "@/lib/contacts/list-groups";
import { namesOfFields } from "@/lib/contacts/names-of-fields";
import { may } from "@/lib/core/permissions";
import { panelUrl } from "@/lib/operations/panel-contract";
import { requireActor } from "@/lib/sign-in/session";
import { ContactTable } from "./_components/contact-table";
import { BeginImport } from "./import/_components/begin-import";
import { contactWords } from "./words";

const path = "/contacts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(contactWords)).title };
}

/** Whom the account writes to: list, search by number and field, filter by group, and export. */
export default async function ContactsPage({ searchParams }: Props) {
  const actor = await requireActor(path);
  if (!may(actor.role, "read_contacts"))
    return <NotForRole role={actor.role} permission="read_contacts" />;
  const query = readQuery(await searchParams);
  const [words, groups, { contacts }, { data, nextCursor }] = await Promise.all([
    wordsOf(contactWords),
    listGroups({ actor, input: { limit: 1000 } }),
    namesOfFields({ actor }),
    listContacts({ actor, input: query }).catch(() =>
      listContacts({ actor, input: ListContactsQuery.parse({ q: query.q }) }),
    ),
  ]);
  const filter = filterOf(query);
  const isFiltered = filter.size > 0;
  const older = new URLSearchParams([...filter, ["cursor", nextCursor ?? ""]]);
  return (
    <>
      <PageHeading
        title={words.title}
        lead={`${words.lead} ${words.total(contacts)}.`}
        actions={
          <>
            <a
              href={panelUrl("/api/panel/contacts.csv", {}, isFiltered ? `?${filter}` : "")}
              download
              className={buttonClass()}
            >
              {words.export}
            </a>
            <Permitted permission="manage_contacts">
              <BeginImport />
              <ButtonLink href={`${path}/new`} variant="primary">
                {words.add}
              </ButtonLink>
            </Permitted>
          </>
        }
      />
      <search>
        <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
          <TextField
            key={`q ${query.q}`}
            label={words.search}
            name="q"
            type="search"
            data-search=""
            defaultValue={query.q}
            className="w-64 max-sm:w-full"
          />
          {groups.data.length > 0 && (
            <SelectField
              key={`group ${query.group_id}`}
              label={words.group}
              name="group_id"
              defaultValue={query.group_id ?? ""}
              className="w-48 max-sm:w-full"
              options={[
                { value: "", label: words.allContacts },
                ...groups.data.map(({ group_id: value, name, contacts: count }) => ({
                  value,
                  label: `${name} (${count})`,
                })),
              ]}
            />
          )}
          <Button type="submit">{words.find}</Button>
          {isFiltered && (
            <ButtonLink href={path} className="border-transparent bg-transparent">
              {words.reset}
            </ButtonLink>
          )}
        </form>
      </search>
      {data.length > 0 ? (
        <ContactTable contacts={data} groups={groups.data} />
      ) : (
        <p className="border-line border-t py-4 text-mute">
          {isFiltered ? words.noMatch : words.none}
        </p>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {query.cursor !== undefined && (
          <ButtonLink href={`${path}?${filter}`}>{words.newest}</ButtonLink>
        )}
        {nextCursor !== null && <ButtonLink href={`${path}?${older}`}>{words.older}</ButtonLink>}
      </p>
    </>
  );
}

function readQuery({ q, group_id, cursor }: Awaited<Props["searchParams"]>): ListContactsQuery {
  const asked = { q: q || undefined, group_id: group_id || undefined, cursor };
  return ListContactsQuery.safeParse(asked).data ?? ListContactsQuery.parse({});
}

function filterOf({ q, group_id }: ListContactsQuery): URLSearchParams {
  const filter = new URLSearchParams();
  if (q !== undefined) filter.set("q", q);
  if (group_id !== undefined) filter.set("group_id", group_id);
  return filter;
}
